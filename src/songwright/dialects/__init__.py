"""One module per wire format: pure functions between the wire, requests and jobs. No input or output."""
