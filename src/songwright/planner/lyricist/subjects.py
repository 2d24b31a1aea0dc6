"""Couplets that speak of a song's subject, by what kind of subject it is. It knows nothing of form.

Slots: {s} the subject as the description has it, {in} a place with its preposition, {it} "it" or "them",
{is} {was} {has} by number, {the} the subject with "the". For people {he} {him} {his}. Rows are written as in
`scenes`; a row whose subject makes a line too long or too short is passed over.
"""

from __future__ import annotations

from songwright.planner.lyricist.topic import SubjectKind

HOOKS: dict[SubjectKind, str] = {
    SubjectKind.NAME: """
{s}, this one is for you / I mean it and I'll see it through
Oh {s}, hear what I say / You get more like yourself each day
{s}, come and take my hand / There's no one else who'd understand
Hey {s}, don't you know / we only came to tell you so
There is no one else like you / {s}, I hope you know it too
{s}, give me one more day / There's such a lot I'd like to say
I'm calling {s}, calling you / I hope you know it's overdue
{s}, {s}, don't you run / I think of you as the only one
If you're listening, {s}, stay / I've something that I want to say
""",
    SubjectKind.RELATION: """
{s}, I think of you / in almost everything I do
{s}, this is your song / I should have sung it all along
This is for {s}, this is true / I owe so much of me to you
Oh {s}, stay with me / You know the way I want to be
{s}, if you can hear / I'm better off when you are near
{s} and me, me and you / I hope that you remember too
Nobody else like {s}, I'd say / I only wanted you to stay
Here's to {s}, glass of wine / The best that ever could be mine
""",
    SubjectKind.CHARACTER: """
{the}, so the story goes / What happened then, nobody knows
Sing about {s} tonight / and let me get the story right
I knew {s} once, it's true / The world was wide and the world was new
I think about {s} still / I didn't then, but now I will
{the}, that's who I mean / the proudest heart you've ever seen
Here is to {s}, here's the tale / A lot was tried, a lot would fail
Who remembers {s} now / I'd like to tell it anyhow
Oh, {the}, here's to you / The half of it, you never knew
{the}, what do you say / Is there a place for me to stay
I'm like {s} tonight / I go on till I get it right
{the}, I'd go with you / There isn't much I wouldn't do
""",
    SubjectKind.THING: """
{the}, my friend / I'm with you to the very end
It's {s} I know / wherever else I have to go
{the}, it's you / whatever else I say or do
{s} for me / That's how it is, how it will be
Give me {s}, let me stay / I wouldn't ask for more today
All I need is {s} tonight / and everything will be all right
Take me back to {s} again / I still remember where and when
I sing about {s}, I sing it slow / It's all I ever want to know
{the}, tell me why / you've got me laughing till I cry
When I think about {s}, I smile / I'd like to stay that way a while
{s}, that's what I need / I'd go wherever it may lead
Oh, {the}, stay with me / You know the way it used to be
I'd give it all for {s} once more / I never felt like this before
It's {s} I want, it's {s} I miss / There's nothing else as good as this
{s}, how I love you so / I only thought I'd let you know
Some have money, some have fame / but I've got {s} all the same
""",
    SubjectKind.SPOT: """
Meet me {in} tonight / I'd like to get the ending right
Take me back to {s} again / I still remember where and when
I left it all {in} that day / and some of it has had to stay
Oh, {s}, you and me / That's how I thought it all would be
I stood {in} with you / and everything I said was true
I found you {in} one day / and ever since I've been this way
{in}, that's where I'll be / as long as you will wait for me
{in}, you know the place / I never will forget your face
{in}, late at night / you told me it would be all right
""",
    SubjectKind.PLACE: """
Meet me {in} tonight / I'd like to get the ending right
{in} I lost my way / A part of me has had to stay
Take me back to {s} again / I still remember where and when
I left it all {in} that day / and some of it has had to stay
Oh, {s}, you and me / That's how I thought it all would be
{s}, tell me true / do you know me as I knew you
{in} the nights are long / and all I have there is this song
There's a light on {in} for me / There's nowhere else I'd rather be
I'd go back to {s} with you / and walk all night the way we do
{s}, I'm on my way / I think of you both night and day
""",
    SubjectKind.DOING: """
{s}, that's what we do / I'd do it all again with you
{s}, that's all I know / I never learned to let it go
I'm {s}, come what may / I couldn't stop it anyway
I'm {s}, I'm not done / I've hardly even now begun
Keep on {s} with me / We've got as long as long can be
{s}, slow and long / It's something like an old, old song
It's only {s}, nothing more / I must have done it all before
""",
}

VERSES: dict[SubjectKind, str] = {
    SubjectKind.NAME: """
I wrote down {s} on my hand / I don't think you would understand
I heard them call for {s} one day / and I looked up and stayed that way
They asked me who, I said, {s} / I had to laugh, I must confess
{s} came in and shut the door / It wasn't quiet anymore
I told my mother {s} was here / She poured us both a little beer
When {s} sings the whole room goes / as quiet as a street when it snows
{s} said, well, why not today / and took my coat and led the way
""",
    SubjectKind.RELATION: """
I see {s} standing there / with half the morning in {his} hair
{s} told me, don't you wait / It's always later than too late
I have a picture, {s} and me / I keep it where the world can see
I learned from {s} how to stay / when everybody walks away
I hear {s} on the stair / and then there's only evening there
{s} at the door / I couldn't ask for any more
{s} said to me / you have to hear before you see
{s}, it's for you / I only did what you would do
{s} never said a lot / but gave me everything {he} had got
""",
    SubjectKind.CHARACTER: """
I saw {s} go past at ten / and never saw the like again
They talk about {s} in town / Some of them smile, and some look down
I dreamed about {s} last night / I woke and tried to get it right
There {was} {s}, as I was told / who came in early from the cold
Nobody asked {s} why / and nobody said goodbye
{the} came by / hello, you said, and so did I
{the} would wait / and never mind if it was late
{the} knew why / and looked the whole room in the eye
{the} spoke low / and told me where I had to go
{the} could tell / a thing or two I knew too well
""",
    SubjectKind.THING: """
I think of {s} every night / before I turn off the light
They asked me what I'd like to keep / I told them {s}, half asleep
I never had a lot to show / but I had {s} long ago
I talk about {s} all the day / They tell me there's a price to pay
I found out {s} {is} what I need / The rest of it is only greed
The first I knew of {s} was this / a thing too small for you to miss
{s} and me / the way it always used to be
{s} once more / I never wanted it before
Oh, {the}, I know / It's you I never could let go
There's {s} in my head / I think of it and go to bed
It's {s} I see / wherever else I ought to be
I draw {s} with my hand / I want the world to understand
Whoever thought of {s} was wise / The best things come in every size
I'd walk for miles for {s} today / I wouldn't let it get away
""",
    SubjectKind.SPOT: """
We sat {in} all day / and neither had a thing to say
I lost my hat {in} one day / I didn't look, I let it stay
I waited {in} till ten / and no one told me until then
There {in} you took my hand / I didn't really understand
I first saw you {in}, I'm sure / You don't forget a look that pure
If you go {in}, then go slow / You'll see the things that I still know
""",
    SubjectKind.PLACE: """
We met {in} one day in May / You had on something blue and gray
I had a room {in} one year / I drank the wine, I drank the beer
I took a room {in} for two / and there was everything but you
They know me still {in}, they do / They ask me what became of you
I walk around {in} till three / and no one there remembers me
The lights come on {in} at six / The old men show their coins and tricks
{in} I learned to be alone / with one good coat and a pay phone
""",
    SubjectKind.DOING: """
They caught me {s} late last night / I told them it would be all right
It's always {s}, always me / I'm not the one I used to be
You said that {s} wouldn't last / I'm older now, it's gone so fast
Some people pray, some people run / With {s} I have just begun
I spent the summer {s} here / and I'll be at it all next year
When I am {s}, I forget / the things I haven't settled yet
Who taught you {s}, who told you how / I'd like to go and thank them now
""",
}
