"""What songs say in plain words about love, loss, distance and home: trouble, turn, feeling, hook.

Rows are couplets as in `scenes`; they hold no images, so that they fit any image field. `TROUBLE` is for a
second verse, `TURN` for a bridge, `FEEL` for a chorus, `HOOK` opens a chorus that has no subject of its own,
`NAMED` one for somebody, who fills `{s}`, `THING`, `PLACE`, `DOING` one for such a subject,
`THING_VERSE` speaks of it in verses.
It knows nothing of form.
"""

from __future__ import annotations

LOVE = {
    "TROUBLE": """
I had my reasons, had my doubt / I had a list to talk about
I'd said that I would never fall / and then you came and had it all
I'm slow to speak, I'm slow to learn / I thought I'd never get a turn
My friends all told me, take it slow / They knew a thing I didn't know
I practiced what I meant to say / and then I gave it all away
I used to keep one bag by the door / I don't need that bag anymore
""",
    "TURN": """
And if we're old, and if we're wrong / I will have loved you all along
It isn't luck, it isn't fate / It's getting up and staying late
We'll fight about the smallest thing / and then you'll laugh, and then you'll sing
I don't need much, I don't need more / Just you there coming through the door
What if it's not like what they say / What if it's just a normal day
""",
    "FEEL": """
I'd choose you now, I'd choose you then / I'd go through all of it again
There's nothing else I'd rather do / than waste another day with you
I didn't know, but now I do / The thing I wanted most was you
Say it once and say it slow / It's all I ever want to know
If you're the question, I'm the yes / I wouldn't settle now for less
Put your hand here, let it stay / Nobody's going anywhere today
I want the long way, want the slow / I want to never let you go
You say my name, I'm on my way / You only ever have to say
""",
    "HOOK": """
It's always you, it's only you / In everything I say and do
Stay a little, stay a while / I would drive all night for that smile
You had me at the door that night / You said hello, you got it right
Come on over, come on in / Tell me where we should begin
All I want is right in here / It's in your voice, it's in my ear
Love me like you mean to stay / not for the night, but for the day
""",
    "NAMED": """
{s}, I'm in love with you / I don't know what else I can do
Oh {s}, you're the one / I knew before it had begun
{s}, say you'll stay / I fall for you more every day
{s}, come close to me / There's nothing else I want to be
I'm all for {s}, head to toe / I thought that everyone should know
{s}, you've got my heart / You've had it from the very start
""",
}

LOST = {
    "TROUBLE": """
I see you've found somebody new / They tell me that he's good to you
I kept your key, I kept your chair / I talk as if you're sitting there
We said we'd talk, we never did / I know the things we always hid
I sleep on my side of the bed / I think of things I should have said
I told my friends that I was fine / I said the same to you in line
You were right here a year ago / I didn't see, I didn't know
""",
    "TURN": """
Maybe we were never wrong / It only didn't last that long
I don't want you back anymore / I just don't want to close the door
One day I'll say your name out loud / and I'll be fine, and I'll be proud
I'd do it all the same, I know / right up to where I let you go
You weren't the end, you weren't the start / You were the best and hardest part
""",
    "FEEL": """
I'm getting good at being alone / I almost never check the phone
You took the easy way to leave / I took the hard one, and I grieve
I had you once, I had it all / I wasn't ready for the fall
I'm over you till half past ten / and then I'm missing you again
I can't go on, I can't go back / It's all one line, it's all one track
It doesn't hurt the way it did / It only hurts the way I hid
How long, how long does it take / to sleep for once and not to wake
You said goodbye and closed the door / I don't sing in the car anymore
""",
    "HOOK": """
Tell me how to let you go / You always were the one to know
I still set the table for two / I still do all the things we do
You're not coming home, I know / I leave the light on even so
I never said goodbye to you / I never said what wasn't true
Leave me something of your own / I'm not so good at all alone
""",
    "PLACE": """
I left my heart {in} with you / and you left {s} with somebody new
{in} you said goodbye / and I was far too proud to cry
I lost you {in}, I know / I never should have let you go
Oh, {s}, give back to me / the one I left, and let me be
{in} we fell apart / It wasn't you, it was my heart
I lost my love {in} that day / I can't go back, I couldn't stay
""",
    "THING": """
There's {s}, and there's no you / I don't know what I ought to do
It's only {s} that I've got / You told me that it's quite a lot
I've still got {s}, you've got mine / You took the rest and said it's fine
{the}, and no more you / I guess it's time to make it through
""",
    "DOING": """
{s}, day by day / I didn't think you'd go away
I'm {s}, night and day / I can't believe you went away
{s} is hard to do / I'm learning it because of you
I'm {s}, more and more / I never was this way before
""",
}

LONGING = {
    "TROUBLE": """
I call you up, the line is bad / We talk about the day you had
They keep me here, the money's good / I'd be there sooner if I could
The letters take a week or two / I read between the lines for you
I count in weeks, I count in pay / I count the hours in the day
There's half a world and half a day / between us two and what we say
I learn the words, I learn the town / I pull the paper curtains down
""",
    "TURN": """
It's only miles, it's only time / There's no more hill I couldn't climb
And when I'm there, and when I do / I'll put my bag down next to you
Maybe the waiting makes it strong / Maybe I had it backward all along
I know the way by heart, by feel / I know that you and I are real
""",
    "FEEL": """
Wait for me, wait for me there / Leave out a plate, leave out a chair
I'm far away, but I'm on the way / I'm one day closer every day
I would be there if I knew how / I want to be with you right now
It's not so far, it's not so long / I sing you every single song
I miss the way you say my name / There's nothing here that sounds the same
Keep it for me, keep it slow / Tell me what I need to know
So far from you, so far from me / So far from where I want to be
Hold on a little, I'll be back / I know each mile of it, each track
""",
    "HOOK": """
I'm coming home, I'm coming soon / I'll be there by the first of June
Wish you were here, wish I was there / I say it to the empty air
How far is far, how long is long / I put the answer in a song
Keep my place until I'm there / Keep my cup and keep my chair
Every mile is one mile more / one mile closer to your door
""",
}

FAMILY = {  # home and those who are there
    "TROUBLE": """
I couldn't wait to get away / I said some things I wouldn't say
I was ashamed of where I'm from / I thought that I was overcome
I went to find a bigger life / I cut it clean, as with a knife
The years went by, I didn't write / I stayed away for pride and spite
We never said it, never would / We didn't think that people should
The rooms got small, the talk got tense / We argued without making sense
""",
    "TURN": """
It isn't walls, it isn't ground / It's who comes out to turn around
I had to leave to see it clear / what I was looking for was here
And one day someone comes to me / and asks me how it used to be
Nobody's perfect, we're a mess / I wouldn't have it any less
""",
    "FEEL": """
There's always room, there's always light / for anyone who comes at night
I know the sound, I know the door / I couldn't ask for any more
Wherever I go, wherever I stand / I've got you written on my hand
You took me in, you let me stay / You never asked me for the pay
I'm one of yours, you're one of mine / and that's enough, and that's just fine
No place is small, no place is plain / I know the leaks in every rain
They know my faults, they know my name / They let me in here all the same
Pull up a chair, come on inside / There's nothing here we need to hide
""",
    "HOOK": """
Bring me home, bring me in / Tell me where we all begin
This is where I learned to stand / This is where you held my hand
Leave the porch light on for me / You know where I would rather be
Everybody's home tonight / Everything is set just right
There's a place for you in here / Any day of any year
""",
}

TRIBUTE = {  # praise of someone or something that matters
    "TROUBLE": """
Some days were hard, some years were long / You kept on singing that one song
I never thanked you, not one line / I took it all as if it's mine
I didn't always understand / the steady work of your old hand
I rolled my eyes, I didn't see / how much of it was meant for me
There were some days I couldn't stand / and there you were, and there's your hand
The world was loud, the world was rough / You always seemed to be enough
""",
    "TURN": """
So here it is, I'll say it plain / You got me through it, all the pain
It took me years to find the word / and now I hope that it is heard
I'll pass it on, I'll pass it down / I'll tell the story round the town
If I am good at anything / it's you that taught me how to sing
""",
    "FEEL": """
You never asked for any praise / You made the best of all my days
Nobody does it like you do / I want to be a bit like you
There's no one else who knows the way / to turn around a rotten day
I wouldn't trade, I wouldn't sell / I know a good thing very well
I owe you more than I can say / So let me say it anyway
I've looked around, I've looked all through / I never found the like of you
""",
    "HOOK": """
Here's to you and all you do / Here's to all you've brought me through
You're the one, you're always there / You're the answer to a prayer
I sing it now, I sing it loud / I want you here, I want you proud
Thank you for the way you are / You've brought me on, you've brought me far
Everything I know is true / began in some small way with you
""",
}

BIRTHDAY = {
    "TROUBLE": """
You said no fuss, you said no cake / You know how many we can bake
You don't look older, not a day / We're bound by law to say it that way
The years run off, they don't come back / You've got a good one, keep it on track
You think we forgot, we didn't forget / You haven't seen the best of it yet
One more year you got right through / and none of it got the best of you
""",
    "TURN": """
So make a wish and hold it tight / We'll keep the secret for the night
We knew you then, we know you now / You got there, and we don't know how
""",
    "FEEL": """
Blow them all out, one by one / The day is yours, the year's begun
Sing it badly, sing it strong / The whole room knows the birthday song
Today we raise a glass to you / and to the best of all you do
It's your day, it's your day / The rest of us are on our way
One year wiser, one year on / You'll dance until the cake is gone
Open the door, let everyone in / We'll tell you when we can begin
We saved you the biggest slice / We'll sing it once and then sing it twice
""",
    "HOOK": """
Happy birthday, here's to you / Every wish is coming true
This one's yours, this is your day / We came from near and far away
Light the candles, shut the door / Count them up and then one more
Another year around the sun / You look as good as twenty-one
""",
    "NAMED": """
Happy birthday, {s}, sing along / We waited all the year for this song
{s}, it's your day today / We came from near and far away
Here's to {s}, hip hip hooray / You're one year older as of today
{s}, make a wish tonight / and blow out every candle light
Sing it all for {s} now / You made it one more time, and how
Happy birthday, {s}, it's you / The rest of us are coming too
{s}, it's you, it's your day / Let's hear what everyone has to say
""",
}

WEDDING = {
    "TROUBLE": """
It took you long enough to say / what all of us could see in May
Your mother cried, your father too / He lost his speech, he came to you
The ring was late, the cake came wrong / The best man's talk was very long
You lived apart, you had some doubt / You worked it in, you worked it out
""",
    "TURN": """
It won't be easy every day / You'll learn it, and you'll find the way
And when you're old and when you're slow / you'll tell it all again, I know
A promise is a thing you do / each morning when it's just you two
""",
    "FEEL": """
Two said yes and two said I do / The rest of it is up to you
For good, for bad, for all the days / in all the hundred little ways
Take her hand and take her name / Love her as well as you play the game
Dance with me, the first one's slow / There's nowhere else we have to go
From this day on, from this day through / it's you and me in all we do
I take you now, I take you whole / with all my heart and all my soul
""",
    "HOOK": """
I do, I do, I always will / I did back then, I do so still
Say I do and say it loud / Say it over all the crowd
From this day on, we're on our way / It starts with just two words we say
""",
    "NAMED": """
{s}, today's the day / There's only one thing left to say
Here's to {s}, strike up the band / It all worked out the way they planned
Ring the bells for {s} tonight / They found each other, got it right
{s}, now say I do / The two of you have made it through
Raise a glass to {s}, stand / and take each other by the hand
""",
}
