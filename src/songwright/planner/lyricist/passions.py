"""What songs say in plain words about parties, freedom, hope, anger, memory, grief, peace and more.

The rows are written as in `feelings`. It knows nothing of form.
"""

from __future__ import annotations

PARTY = {
    "TROUBLE": """
All week long I do what they say / I watch the clock, I earn my pay
My head was full, my heart was sore / I left it all outside the door
I nearly stayed at home instead / with all the worry in my head
I don't know when, I don't know who / I only know I came with you
""",
    "TURN": """
And when it's late, and when it's done / we'll say that we had all the fun
Slow it down now, bring it low / Wait for it, and here we go
Nobody's leaving, no one dares / I can't feel my feet on the stairs
""",
    "FEEL": """
Put your hands up, let them stay / We don't have work to do today
Turn it up and turn it round / I want to live inside that sound
Move a little closer now / I don't care when, I don't care how
Don't stop now, don't let it go / We've got till morning, don't you know
All night long and all night through / I only want to move with you
One more time and one time more / Everybody on the floor
We're not tired, we're not done / The best of it has just begun
I feel it here, I feel it high / I don't need a reason why
""",
    "HOOK": """
Tonight is ours, tonight we stay / We'll think about the rest some day
Turn it up, turn it up, let it go / We're the only ones who know
Come on, come on, and dance with me / There's nowhere else you need to be
Feel it coming, feel it rise / You don't even need to open your eyes
Let me hear you, let me see / Everybody move with me
Lose control and find the beat / Feel it moving through your feet
""",
}

FREEDOM = {
    "TROUBLE": """
They had a desk, they had a chair / They had my name already there
They told me what I ought to be / and not one word of it was me
I stayed too long, I stayed too still / I bent my head, I paid the bill
I did the things you have to do / I never did one thing I drew
They said you'll be right back by fall / They don't know me, not at all
""",
    "TURN": """
I may be wrong, I may be lost / I know exactly what it cost
If I turn back, if I don't dare / I'll wonder what was over there
I'm scared to death, I'm scared to stay / I think I'll do it anyway
""",
    "FEEL": """
I'm gone, I'm gone, I'm on my way / I don't need anyone's okay
Nobody tells me where to go / I'll find it out, I'll let you know
I want to see what's past the bend / I'd rather start than reach the end
Let me run and let me fall / I'd rather that than not at all
My life is mine, my name is mine / I'm stepping out across the line
The door is open, so am I / I never really asked them why
""",
    "HOOK": """
I won't be held, I won't be tied / I'm going out the other side
Watch me go, watch me fly / I only ever had to try
Born to leave and born to roam / Anywhere I stop is home
Nothing's going to hold me down / I'm the first one out of town
Set me free and let me go / There's a lot I still don't know
""",
}

HOPE = {
    "TROUBLE": """
I fell down once, I fell down twice / I didn't need your good advice
They counted nine, they had me down / I was the joke of all the town
I couldn't sleep, I couldn't pray / I couldn't see another day
I lost the job, I lost the year / I lost my grip, but I'm still here
I sat there with the lights all out / and listened to my own worst doubt
The doctor frowned, he shook his head / I got up slowly from the bed
""",
    "TURN": """
It's not the fall, it's not the pain / It's who goes back out in the rain
You carry me, I carry you / It's not so heavy split in two
It won't be quick, it won't be clean / It is the best I've ever seen
It's always been the smallest thing / that made me want to stand and sing
""",
    "FEEL": """
Hold on, hold on, it won't be long / You're tired now, but you are strong
Get up, get up, and try again / It's never if, it's only when
I'm still here, I'm standing yet / They won't collect on this old bet
The worst is over, this I know / There's only one more mile to go
We'll make it through, we always do / You lean on me, I lean on you
I won't give up, I won't give in / I know the place where I begin
It's going to be all right, all right / We only have to last the night
One more step and one step more / I've never been this close before
""",
    "HOOK": """
I'm not done, I'm not done yet / I'm not giving up, don't forget
We will rise and we will stand / We will do it hand in hand
Hold on tight, it's almost day / I can see it from halfway
Tomorrow is another day / Let it come, come what may
I will get up, I will get through / and when I do, I'll come for you
""",
}

ANGER = {
    "TROUBLE": """
You sold the lies, you sold them twice / and someone else has paid the price
They smile at you, they shake your hand / They sell the ground on which you stand
You talk and talk, I've heard it all / I'm done with talking to a wall
They said sit down, they said be good / I never did, I never would
I gave you years, I gave you trust / You let it lie, you let it rust
""",
    "TURN": """
I'm not afraid of you at all / You never looked so thin, so small
I don't want sorry, don't want pay / I want you out of here today
You can't take what I won't sell / I learned that lesson very well
""",
    "FEEL": """
I've had enough, I've had my fill / You told me less than no one will
I won't shut up, I won't calm down / You'll hear it all across the town
You pushed too hard, you pushed too far / We all can see now what you are
No more sorry, no more please / I'm getting up from off my knees
I'm not your fool, I'm not your toy / You never gave me any joy
Say it to my face, come on / I'll be here when your friends have gone
We are many, you are few / What are you going to do
""",
    "HOOK": """
Shut your mouth and let me talk / You can listen or you can walk
I don't want it, I don't care / Take your rules and leave them there
We're not going to take it down / We're the loudest kids in town
Break it up and burn the list / You can't hold on to a fist
No, no, no, I won't obey / You can't make me anyway
""",
    "THING": """
{the}, hear me now / You won't get through this anyhow
No more {s}, not today / We're not about to go away
I'm done with {s}, I've had my fill / You told me that I never will
Enough of {s}, that's enough / You never thought we'd be so tough
Down with {s}, let {it} fall / I'll write it large on every wall
{the}, get out of here / We sent you home again last year
""",
    "THING_VERSE": """
They gave us {s} and told us, wait / And now they say it's all too late
I looked at {s}, and what did I see / There's nothing there that looks like me
They talk of {s} on the news / There's always someone else to lose
I read about {s} every day / and nobody has a thing to say
""",
}

MEMORY = {
    "TROUBLE": """
I drove by there, I hardly knew / They've painted it, it's white and blue
You'd be amazed at what they've done / They knew us all, there's not a one
I don't remember how it went / I only know how much you meant
We lost the touch, we lost the track / I always meant to call you back
I found the box behind the bed / and sat and read it there instead
Your face is going, year by year / Your voice is what I still can hear
""",
    "TURN": """
You can't go back, I know it's true / I only go to visit you
Perhaps it wasn't quite that way / but that is how I tell it today
It's only gone if I forget / and I have not forgotten yet
And all those days I thought were small / turned out to be the best of all
""",
    "FEEL": """
We didn't know, we couldn't say / how good it was on just that day
Take me back for just one day / I wouldn't change it, let me stay
Where did they go, where did we go / We were so young, we didn't know
I keep it all, I keep it whole / It's all of me, it's heart and soul
It was a small and simple thing / I didn't think that it would sting
It all comes back, it all comes clear / I only wish that you were here
Some things go and some things stay / I think about it every day
""",
    "HOOK": """
I remember every word / Every silly thing I heard
We were young and we were free / That was you and that was me
Take me back, take me there / I could find it anywhere
Do you ever think of me / and the way we used to be
It was long and long ago / and there's nobody left to know
""",
}

GRIEF = {
    "TROUBLE": """
They brought us food, they brought us wine / They asked me and I said I'm fine
Your coat is hanging, your glasses are here / I called your number twice this year
I turn around to tell you still / I think perhaps I always will
I gave away the clothes you wore / I couldn't do the bottom drawer
I had a thing to ask of you / I never did, I thought you knew
""",
    "TURN": """
They say it heals, I say it stays / It only learns some quiet ways
And if you hear, and if you know / you'll know I never let you go
I laugh again, I eat, I sleep / There are some parts I get to keep
""",
    "FEEL": """
I talk to you, I hope you hear / I like to think you're somewhere near
I'd give it all for one more day / I wouldn't even need to say
You're in the way I hold my head / in all the silly things you said
I carry you, you carry me / I'll be the best that I can be
You left too early, left too fast / I thought that everything would last
I say your name so it won't go / I say it loud, I say it low
Sleep well, sleep well, the work is done / Your race was long and you have run
""",
    "HOOK": """
I'll see you there, I'll see you then / I'll know you when you come again
Goodbye, my friend, goodbye, goodbye / I told myself I wouldn't cry
Where you are, I hope it's kind / I hope that you have peace of mind
You are gone and I am here / I miss you more with every year
""",
    "NAMED": """
{s}, I hope you hear / I miss you more with every year
Goodbye, {s}, goodbye / I told myself I wouldn't cry
{s}, wherever you are / I hope the way was not too far
{s}, I say your name / and nothing here is quite the same
Sleep well, {s}, the day was long / I hope that you can hear this song
""",
    "THING": """
{the}, and you're not here / I count it out from year to year
It's only {s} that I know / ever since I let you go
When I think of {s} I see / the way you always looked at me
{the} took you away / I haven't got a lot to say
""",
    "THING_VERSE": """
I think of {s} and of you / It's hardly news, it's nothing new
You spoke of {s} to the end / I think about it now, my friend
They talk of {s}, I just nod / and say a word or two to God
""",
}

PEACE = {
    "TROUBLE": """
I used to run, I used to race / I never knew a single place
My head was loud, my sleep was thin / I couldn't let the morning in
I wanted more, I wanted all / I had my back against the wall
I made a list, I lost the list / I wonder what it was I missed
""",
    "TURN": """
There's nothing here I need to do / I only need to see it through
Let it be and let it go / There's nothing that I need to know
It was right here, it was all mine / I only had to cross the line
""",
    "FEEL": """
Breathe in slow and breathe out long / There's nothing here that could be wrong
Take it easy, take it slow / We've got all day, so let it go
I've got no hurry, got no plan / I'm a very easy man
No need to talk, no need to try / We watch the hours walking by
It's good to be, it's good to stay / I want it just like this all day
Lay it down and leave it there / You'll feel it lighten in the air
All is well and all is still / I have my ease, I have my fill
""",
    "HOOK": """
Let it go, let it go slow / You don't have to always know
Everything is fine today / Nothing needs to go my way
Easy now, easy does it now / We'll get there in the end somehow
Quiet now, it's all in line / Everything will be just fine
Here I am and here I'll stay / I don't need to be away
""",
}

SLEEP = {
    "TROUBLE": """
The day was long, your legs are sore / You don't have to run anymore
You asked me why, you asked me when / Tomorrow you can ask again
Your bear is here, your cup is near / There's nothing that you have to fear
The floor is creaking, that's all right / The house is only saying good night
""",
    "TURN": """
I'll leave the door a crack for you / I'll hear you, as I always do
And when you're big and far from here / I'll sing this and I'll have you near
One day you'll sing it, soft and low / to someone that you've yet to know
""",
    "FEEL": """
Close your eyes and count the sheep / I'll be here while you're asleep
Sleep, my darling, sleep, my own / You will never be alone
Hush now, hush, the day is done / I'll wake you with the morning sun
Rock-a-bye and down you go / Sweet and warm and safe and slow
Sleep till morning, sleep till day / I am never far away
Hush, my little one, don't you cry / I'll sing another lullaby
Head on the pillow, hand in mine / The night is kind and all is fine
""",
    "HOOK": """
Sleep, my little one, sleep tight / I will stay with you tonight
Hush-a-bye, the day is through / I have got a song for you
Good night, good night, the moon is here / Sleep is coming very near
Time to sleep and time to rest / Little bird inside the nest
""",
    "NAMED": """
Sleep, {s}, close your eyes / The moon is coming up the skies
Hush now, {s}, sleep tight / I will stay with you tonight
Good night, {s}, the day is done / You have tired out the sun
{s}, lay down your head / I'll sit a while beside your bed
Sleep, {s}, sleep and grow / There's plenty left for you to know
""",
}

BATTLE = {
    "TROUBLE": """
They said that no one could withstand / They came by sea, they came by land
We lost the first, we lost the best / We wear their names upon the chest
The old men warned us not to go / They spoke of things we didn't know
No one slept and no one spoke / We rose before the morning broke
They took our fields, they took our bread / They left us counting all our dead
""",
    "TURN": """
And if we fall, then let it be / with open eyes and standing free
No grave will ever hold us all / Another stands for those who fall
Remember us when we are gone / You are the ones who carry on
""",
    "FEEL": """
We stand as one, we stand till death / We'll fight them with our final breath
Raise it high and hold it there / Let them see it everywhere
We will not kneel, we will not break / There's more than just our lives at stake
Ride on, ride on, into the night / We were born to stand and fight
No gods, no kings, no chains remain / We spit upon their ball and chain
Hear the call and heed it well / We have been to the gates of hell
Iron will and iron hand / We will hold this cursed land
Blood for blood and bone for bone / We will break the tyrant's throne
""",
    "HOOK": """
Stand and fight until the end / Stand for brother, stand for friend
We are the last, we hold the line / The final hour is yours and mine
Rise, rise, and take the throne / We will never stand alone
March to the drum, march to the call / All for one and one for all
Never fall and never kneel / We were made of flesh and steel
""",
    "THING": """
{the}, hear us call / Rise with us, or watch us fall
{the} in the night / Rise with us and join the fight
{the}, take the sky / We are not afraid to die
Hail to {s}, hail the brave / We will follow to the grave
{the}, here we stand / We are the last of all the land
""",
    "THING_VERSE": """
They spoke of {s} around the hall / We laughed, and did not laugh at all
We came for {s}, we came by night / with nothing left to do but fight
The old men told of {s} before / We didn't listen anymore
I looked on {s}, I did not run / When all had turned, then I was one
""",
}

WORK = {
    "TROUBLE": """
The boss came by, he wants it done / He wants it yesterday by one
The pay is thin, the week is wide / I leave the better half outside
They cut the hours, they cut the crew / They gave me work enough for two
My back is bad, my hands are worse / I've got four dollars in my purse
""",
    "TURN": """
But Friday night, when I am through / there's none of it that I can't do
It's honest work, it's mine, it's done / I'll sit a minute in the sun
""",
    "FEEL": """
I work all day, I work all night / I never seem to get it right
I do my time, I pay my way / I'll do it all again next day
Up before the sun comes through / There's always something more to do
Lord, I'm tired, Lord, I'm sore / I can't do this anymore
Nine to five and five to nine / Not a minute of it's mine
Keep on going, don't look down / We're the ones who built this town
""",
    "HOOK": """
Working all the livelong day / Friday's still a life away
Give me five more minutes, please / I've been half the night on my knees
I'm on the clock, I'm on the line / I give them theirs, I want back mine
""",
    "DOING": """
{s}, isn't it a shame / I've got nobody else to blame
I'm {s}, Lord, and I'm sore / I can't do this anymore
I'm {s}, what do I do / I never saw it coming through
{s}, that's my luck / The rent is late and the car is stuck
""",
}
