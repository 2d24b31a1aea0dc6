"""Verses in the voice of one genre: blues, rap, punk, dance floor. Rows are written as in `scenes`.

Blues rows are sung A A B. Rap rows have 8 to 12 syllables a line and rhyme inside the line as well. It knows
nothing of form.
"""

from __future__ import annotations

BLUES = """
Woke up this morning, put my shoes on wrong / I've been talking to myself all along
My baby left me with the rent to pay / She said she'd call me, but she didn't say which day
I asked the landlord could he wait a while / He took my hat and he gave me a smile
Got a hole in my pocket, hole in my shoe / and the cold comes in where it used to be you
Well, the rooster's crowing and the clock says four / There's nobody knocking at my front door
I'd write you a letter, but I can't spell mean / You're the sweetest trouble that I've ever seen
Some folks get lucky, some folks get free / Bad luck went looking till it came on me
I poured my coffee and the cup was cracked / I packed my suitcase, then I unpacked
Lord, I'm not asking for a house or a car / I'd like to be happy right where you are
I told you I'm sorry, told you I'm wrong / Been saying it so much I put it in a song
The bottle's empty and the night's half gone / I keep on leaving with the porch light on
I've been down so long that down looks fine / I've got one good shoulder and it isn't mine
They say it gets better, they don't say when / I'd settle for the way that it was back then
Buy me a ticket to the end of the line / You keep your troubles and I'll keep mine
If the river was gin, I'd learn how to swim / You dance with my brother, I'm looking at him
I cooked you a dinner and I ate it alone / I'm washing two plates and I'm watching the phone
"""

RAP = """
Up before the sun, got a run and a ride / bus pass, brown bag, nobody to guide
I count what I got, not a lot, but it's mine / Write another verse while I wait here in line
Same block, same clock, same crack in the wall / I drew me a door there when I was small
They told me be quiet, I tried it, it hurt / I wrote it all down on the back of my shirt
Old heads on the corner, they warned me in time / The fast lane is a short lane, slow down and climb
I was ten with a pen and a page I could fill / Nobody was looking, I'm doing it still
Rent on the first and it's worse by the third / I paid for the light bill, I paid with a word
My sister's a nurse and she works through the night / She's saving the world and she's home by first light
We shared one phone, one loan, and a bed / I slept by the door with a song in my head
I don't need a crown or a town with my name / Just play it at the cookout, I'm glad that I came
The teacher said never, said clever but loud / I'm thinking of her when I look at the crowd
No chain, no champagne, and no car at the curb / I've got every noun, I've got every verb
Grandpa told stories of glories and shame / He can't tell you mine, but he knows me by name
I fell and I failed and I sailed through it all / There's no way to rise if you don't know the fall
Keep my circle tight and my writing tighter / I learned from the losses to love like a fighter
They talk about paper, I paper the wall / with pages and pages, I'm reading them all
I walk with the weight and I wait for the sign / I'm patient with people, the patience is mine
One shot, one spot, and I'm not going to miss / I practiced in closets for a moment like this
I'm back on the block and I'm knocking the door / The same little kitchen, the same kitchen floor
A dollar, a plan and a hand-me-down name / I never was famous, I never chased fame
They ask how I made it, I traded my sleep / for something to sow and for something to reap
I'm quick on the beat with my feet on the ground / I learned how to listen by following sound
Ask any neighbor, the labor was long / It takes twenty bad ones to make a good song
The mic is the light and I'm right where I stand / I wrote all of this with a pen in my hand
I came with no label, a table, a chair / a notebook, a neighbor who told me to share
I speak for the week, for the workers who walk / for everyone tired of the television talk
Thank God for the odd jobs, the mop and the broom / I sang in the basement, I lived in that room
Look how we got here, we got here by foot / The ones who went first of us swept up the soot
I'm calm as a psalm with a palm in the air / I'm glad that I made it, I'm glad that you're there
"""

PUNK = """
Monday morning, school again / Four more hours, count to ten
Dad says listen, dad says wait / I say, sorry, it's too late
Three chords, loud, and out of tune / Rent is due this afternoon
Cops came by to shut us down / Best new band in this dead town
Broke my guitar, broke my nose / That's the way the evening goes
Bored at breakfast, bored at nine / Everything you say is fine
Give me money, give me gas / I just failed another class
Vote for no one, that's my plan / I don't want your minivan
Stick your meeting, stick your tie / I won't work here till I die
All my friends are in the van / Sixteen gigs was all the plan
Cheap guitars and dollar beer / No one wants to hear us here
Washed my shirt in the kitchen sink / I don't care what people think
Telly's on and no one's there / Cut my own, I like my hair
They built a mall where we used to play / We walked in and got thrown out that day
"""

CLUB = """
Close the distance, close your eyes / Wait until you feel it rise
Hands in the air, feet on the floor / One more beat and then one more
I came alone, I came for this / That one sound I never miss
You and I and no one near / All I want to do is hear
Hold it, hold it, hold it low / When I say it, let it go
Can you feel it, can you stay / Let it carry you away
Every light goes up in white / Everyone is here tonight
I don't need to know your name / Both of us are here for the same
Up and over, round and through / It's the only thing to do
Take me up and hold me there / Leave my feet upon the air
Now the kick comes, now the drum / Here is where we all come from
Wait for it, it's getting near / You can almost see it here
"""
