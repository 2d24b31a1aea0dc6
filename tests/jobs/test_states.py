import pytest

from songwright.jobs.states import JobState, sources

pytestmark = pytest.mark.fast


def test_a_finished_job_never_changes():
    """No state can be reached from a finished one."""
    finished = {state for state in JobState if state.finished}
    assert finished == {JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED, JobState.TIMED_OUT}
    assert not any(set(sources(target)) & finished for target in JobState)


def test_only_a_waiting_job_can_start_and_only_a_running_one_can_succeed():
    """Claiming starts from the queue; results come from running attempts."""
    assert sources(JobState.RUNNING) == (JobState.QUEUED,)
    assert sources(JobState.SUCCEEDED) == (JobState.RUNNING,)
    assert sources(JobState.CANCELLED) == (JobState.QUEUED, JobState.RUNNING)
