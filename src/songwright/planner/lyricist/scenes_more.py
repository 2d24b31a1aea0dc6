"""Scenes of ten more image fields; the rows are written as in `scenes`. It knows nothing of form."""

# ruff: noqa: E501 - a row is one stanza

from __future__ import annotations

HOME = """
The kettle clicks, the bread is warm / The window glass shuts out the storm
Two cups, two plates, a wooden spoon / The washing drying in the noon
The light above the stove is on / though everyone to bed has gone
Your coffee's where you set it down / The morning radio from town
The dog is sleeping on your shoe / The cat has got the window view
The table has a shorter leg / You break the bread, I boil the egg
The drawer is full of string and tape / The key's beneath the fire escape
Soup on the stove and rice in the pot / Sit down and eat it while it's hot
The hall light's on, the mail is in / The same old tea in the same old tin
We painted all the {back room|stairway} blue / The paint is on the ceiling too
A jar of buttons on the sill / My mother's apron hanging still
My mother never wrote things down / a handful, then a pinch / I stand here with her wooden spoon / and I don't change it an inch
We bought the house for the apple tree / and it died that very year / We put a bench around the stump / and we have our coffee here
The telephone hung on the kitchen wall / with a cord that reached the stair / I told you yes in a voice so small / with my brother standing there
The bowl has a chip from the day I left / and I put it there, I know / She set it down with the chip to the wall / and she never let it show
"""

DESERT = """
The road runs straight into the heat / There's dust on everything we eat
One water tank, a metal sign / A fence that's only posts and twine
The sun comes up like a struck gong / We walk before the day gets long
A lizard on a whitewashed stone / a telephone that's lost its tone
The well is dry, the bucket's light / We travel better in the night
A line of camels, bells and rope / We drink a cup, we ration hope
The sand has come across the floor / It has to be let out the door
Red rock, blue sky, no cloud, no tree / There's nothing here to look at me
The cactus flowers once a year / You have to wait, you must be here
At noon the shade is one hat wide / We wait it out there side by side
The cold comes quick when the sun is down / The fires are lit outside the town
I saw a lake, I saw a tree / Then there was only sand and me
The truck broke down at mile marker ten / We hadn't seen a soul till then
He sold us water by the cup / and he asked where we were bound / He said the road goes only up / and then it goes around
My grandmother crossed with a blanket roll / and a goat upon a string / She said you hear, when there's nothing there / how the empty places sing
It rained one night, the only night / in the seven years we stayed / By noon the whole of the flat was white / with the flowers that it made
The mailman comes on a Tuesday noon / if the wind has left a track / He drinks one glass and he sits one hour / and he drives the long way back
They painted a line where the town would be / and they marked out every street / There's a bench and a lamp and a drain / and a dog asleep in the heat
"""

MOUNTAINS = """
The path goes up through pine and stone / I hear no footsteps but my own
The first sun hits the highest snow / The town's a box of toys below
We tied the rope, we checked the knot / We looked at all the air we'd got
A cross, a cairn, a tin of names / The valley lamps like little flames
The goats look down, they know the way / The cloud has come to sit all day
One step, one breath, and then one more / I've never been so high before
The hut is small, the soup is hot / We dry our socks and talk a lot
The river starts here as a thread / a drip of ice above my head
The pebbles jump, the boulders roll / I put my foot in the smallest hole
Thin air, thick socks, a heavy pack / No one said, let's turn around and go back
A hawk goes by beneath my feet / There's nothing left of any street
The snow bridge held, the morning cleared / It wasn't half as bad as feared
The bells come down with all the sheep / The road's too narrow and too steep
The ridge is sharp, the wind is strong / We should have been here all along
My father carried me on his back / as far as the tree line goes / He set me down on the final track / and he said, see what the eagle knows
We left at four with a lamp on the hat / and the frost still on the ground / At nine we stood where the map goes flat / and nobody made a sound
There's a bench on top with a dead man's name / and the whole of the valley there / I sit by him when I make the climb / and he lets me have the chair
The shepherd keeps a whistle of bone / and a dog that's nearly blind / The dog goes out by the sound alone / with a hundred sheep behind
We carved our names in the summit cross / with a knife he had from the war / I climbed last year and I found them there / and I cut one letter more
"""

RAIN = """
The gutter sings, the street runs brown / The whole gray afternoon comes down
One umbrella between us two / My left arm's wet, and so are you
The window's full of running lines / I read them like a row of signs
I wait beneath the awning's edge / The {roses|puddles} shine along the hedge
The taxi throws a wave at me / The only dry thing is the key
Your wet shoes by the heater lean / The yard has gone a deeper green
The roof is tin, the sound is wide / It's good to have a warm inside
The storm knocked out the kitchen light / We played some cards till late that night
The clouds come in from out of state / The ball game's off, the trains are late
A pail beneath the dripping beam / The coffee sends a little steam
The thunder takes a look around / The cat goes flat along the ground
Then it lets up, the birds begin / I put the kitchen bucket in
You stood there soaked from head to toe / and laughed, and said you had to go
The puddle holds the lamp upside / I walk around, the thing's too wide
The day you left it didn't rain / though I wanted it to pour / I stood outside in a perfect sun / and I looked at my own front door
We ran for the barn with the hay half in / and the sky as black as slate / My father laughed till his hat fell off / and he said, well, hay can wait
The creek came up past the second step / and we carried out the chairs / We spent that week with the hens and dog / on the seven upper stairs
My father drove with his head outside / when the wipers wouldn't go / We sang to him so he'd know the way / and he always seemed to know
The bus was full and the glass was fogged / so I drew us there a boat / You put a sail and a flag on it / and it stayed with us afloat
"""

DANCE = """
The floor is full, the bass is low / The doorman lets the last ones go
Your hand goes up, the lights go round / I feel the kick drum through the ground
One more record, one more spin / They open up and let us in
My shoes are off, my hair is wet / The best song hasn't played out yet
Elbows and knees and no more room / The speakers go off with a boom
You mouth the words across the floor / I've never moved like this before
The mirror ball throws coins of light / We spend them all in just one night
The drummer grins, the crowd claps two / The circle opens up for you
Left foot, right foot, turn and slide / Somebody pulls me from the side
It's half past one, it's half past three / The DJ plays it all for me
The band was good, the punch was bad / The best two-dollar night I've had
The coats are piled up on the bed / The kitchen's dancing, hands and head
Red lights, blue lights, a wall of sound / and no one's feet are on the ground
Count me in on five, six, seven / Who would want to go to heaven
She taught me steps in the laundry room / with the dryers keeping time / We did the waltz with a kitchen broom / and a basket full of lime
I didn't dance till I was twenty-two / I had stood along the wall / Then a girl in green said, I mean you / and there wasn't a wall at all
They moved the chairs in the union hall / and they waxed the boards with meal / My mother danced with the fire brigade / every waltz and every reel
He asked me once in a shirt too big / and I said that I had a cold / We laughed about that at the party / when the two of us got old
"""

CHILDHOOD = """
A bike, a hill, two skinny knees / a kite that's caught up in the trees
We had a fort behind the shed / a password and a flag of red
Your mother called us in at eight / We begged for just one minute's wait
I kept a beetle in a jar / We drove to nowhere in a parked car
A chalk line on the schoolyard ground / The big kids picked, I hung around
The ice cream van, the dusty street / the hot road under our bare feet
We swore on spit we'd never change / Then you grew tall, and that was strange
A tooth beneath the pillow lay / a silver coin the very next day
The swing goes up, the chain goes slack / I jump, the grass comes rushing back
We cut our hair with the kitchen shears / Our mothers talked of it for years
A flashlight underneath the sheet / a story with a dragon's feet
We played at pirates, sword and sail / and walked along the garden rail
Ten pennies for a paper sack / a wagon with a load to pull back
The map we drew is in the wall / with X for nothing, X for all
We built a raft out of doors and rope / and it sank an inch from land / You laughed so hard that you choked on the lake / and I held you by the hand
My sister said there's a bear on the stairs / so I ran them, two by two / I'm forty now and I live alone / and I still do what I do
I dug all day for a pirate's chest / where the neighbor's fence comes down / I found one spoon and a broken plate / and I sold them both in town
My grandmother hid the candy up high / in a tin on the cupboard shelf / She couldn't see well, so she asked me up / and I helped us both to myself
"""

RIVER = """
The current takes a leaf, a stick / It looks so slow, it goes so quick
The bank is mud, the reeds are high / A heron stands there like a spy
We dropped a bottle off the pier / The note inside said we were here
The bridge is old, the boards are loose / We threw in bread for duck and goose
The mill wheel turns, the water's brown / It brings the news to every town
I skip a stone, it touches four / and then it goes for good, no more
The ferryman leans on his pole / He asks for nothing but the toll
The flood left lines upon the wall / The dresser floated down the hall
You cannot step in twice, they say / I put my foot in anyway
The barge goes by with coal and sand / The bargeman lifts one lazy hand
A rope hung from a sycamore / I let it go, I swam to shore
The willow trails its hair across / the stones are soft and green with moss
The water's cold up to the knee / It pulls a bit at you and me
The dam is closed, the level's low / You see the stones from long ago
They baptized me at the gravel bar / when I was nine years old / I don't recall what the preacher said / but I know that it was cold
The ferry runs on a rope and a wheel / and the boy who turns it sings / He can't be more than eleven yet / and he knows a hundred things
They found a piano down by the weir / with its lid and its legs all there / We dried the keys in the April sun / and we played it a one-hand air
"""

FARM = """
The rooster's early, so am I / The milk pails catch a bit of sky
The barn doors lean, the swallows go / The corn is up another row
My boots are caked, my sleeves are rolled / The morning's clear, the hay smells gold
We mend the fence, we count the sheep / The days are long, the debts are deep
The tractor coughs across the lane / We need another day of rain
A calf stood up at half past two / on legs as thin as reeds and new
The county fair, a ribbon, red / for mother's plum and raisin bread
The wheat bends over like a wave / We store the half of it we save
The dog rides up in the truck's back bed / One ear turned out, the wind in his head
The auction man talks quick and loud / My father's hat stands in the crowd
You bring out lunch in a checkered cloth / The horses wave away a moth
We sing to keep the row in line / You sing your part and I sing mine
The well still works, the handle squeaks / The rain has kept away for weeks
The jars are full, the cellar's cool / The pony's stubborn as a mule
My father plowed with a pair of mules / and he named them both the same / He said that whichever one you call / they both of them always came
My mother could tell by the kitchen smoke / what the wind would bring by noon / She took in the wash from a clear blue sky / and the hail came down in June
The barn burned down in the second year / and they came from miles about / They raised us another in seven days / and the women fed them out
"""

FOREST = """
The path goes under, dark and green / I hear more things than I have seen
Moss on the north side of the pine / I tied red thread to mark the line
An owl has asked me who, and who / I gave my name, I gave yours too
The ax rings once, the valley twice / The stream is dressed in window ice
A cabin with a {crooked|broken} door / The leaves have blown across the floor
The deer looked up, and so did I / Then there was only fern and sky
I count the rings, I touch the bark / We have two hours till it's dark
The birches stand like chalky lines / You leave me little stones for signs
Mushrooms and rain and last year's leaves / a spider's thread across my sleeves
The wind moves through, the top leaves roar / Down here it's quiet as before
We carved two letters in the beech / The tree has grown them out of reach
The trail gives out, the light is low / We'll find out how the foxes go
A woodpecker is hard at work / The squirrels go from jerk to jerk
Blackberry stains on both our hands / We went wherever no one stands
They told us never to leave the path / so of course we did that day / We met a man with a bag of leaves / and he pointed out the way
My uncle cut wood for a winter's heat / and he never felled for more / He'd knock three times on the trunk of a tree / as you'd knock upon a door
I found a shoe in a hollow oak / with a mouse's nest inside / I don't know who had a shoe so small / or a place so good to hide
"""

SUMMER = """
The screen door slams, the day is wide / We leave our shoes on the inside
The melon's cold, the knife is long / The whole back yard knows every song
The lake is flat, the dock is hot / We've got the best of all we've got
Your shoulders brown, your hair gone light / The sprinklers ticking half the night
The window down, the music loud / There's not a chance of one small cloud
A hammock, and a paperback / an ant goes by along the crack
The fireflies come up from the grass / We hold them in a drinking glass
The tar is soft, the shade is thin / We open up and let noon in
Two months of nothing on the list / I caught your eye, I nearly missed
We rode our bikes to the ice cream stand / and ate it running down one hand
The porch is wide, the nights are slow / There's nowhere else we'd rather go
Sunburn and salt and lemonade / We count the money that we made
The fan turns left, the fan turns right / We sleep on top of the sheets tonight
The swallows dip, the pool is blue / You counted one and jumped on two
The year we worked at the county fair / selling tickets for the wheel / You let me ride when the crowd was gone / for the price of half a meal
There's a photograph with your eyes half shut / and a peach in either hand / It's curled with the heat and the corner's cut / and it still drops a little sand
The lifeguard slept with a hat on his face / and the kids all ran in deep / My sister pulled out a boy by the hair / and she didn't break his sleep
The ice cream man had a broken bell / so he sang it down our street / He knew just one of the opera songs / and we followed in bare feet
"""
