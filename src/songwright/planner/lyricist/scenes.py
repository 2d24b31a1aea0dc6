"""Scenes of ten image fields: couplets and quatrains of plain things seen. It knows nothing of form.

A row is a couplet "a / b" whose lines rhyme, or a quatrain "a / b / c / d" whose second and fourth do.
A line in lower case goes on from the line before it; one with a capital stands by itself and may be
parted from it. `{x|y}` is a choice. All rows are our own.
"""

# ruff: noqa: E501 - a row is one stanza

from __future__ import annotations

SEA = """
The harbor lights go out by nine / The nets hang dripping on the line
Salt on the rail and salt on the rope / The gulls go up the chapel slope
The ferry sounds, the ropes come free / and no one waves but you and me
I drew a heart there with my hand / The tide came in and smoothed the sand
Low water leaves the boats to lean / on mud and weed of bottle green
A paper boat, a wooden pier / a {song|storm} too far away to hear
The lighthouse turns and finds the bay / a minute, then it looks away
Your coat still smells of tar and brine / It hangs beside the hook for mine
The fishing boats came home at four / and tied up three along the shore
We row by turns and hardly speak / The water slaps, the oarlocks creak
The beach is closed, the chairs are stacked / The summer signs are boxed and packed
A {yellow|wooden|little} buoy rings and nods / to anyone with nets and rods
The mast lights sway, the hulls knock wood / I'd steer by stars now if I could
Four miles of sand and not a soul / One shell as empty as a bowl
My father kept a wooden boat / beneath the harbor wall / He painted it again each spring / and never sailed at all
The captain's wife lit up the lamp / at six each winter night / The boats came in by ones and twos / and steered home by that light
The harbor master knew each hull / and the sound of every bell / He let me sit in the signal room / and there was a lot to tell
We scraped the keel and tarred the seams / and we gave the boat her name / The first time out she took on a foot / and we loved her all the same
I found a bottle among the stones / with a letter rolled inside / The ink had run but I kept the cork / and I threw it back on the tide
"""

ROAD = """
The county line, a diner sign / A cup of coffee, black, by nine
The map is folded on the dash / The ashtray's full of coins and cash
A hundred miles of yellow line / Your feet up on the dash, by mine
The tank is low, the sky is wide / I set your picture on my side
I know each gas pump, barn and bend / by now I know how they all end
The engine ticks, the tires are hot / A payphone in a parking lot
Two lanes of tar, one row of trees / The window down, a little breeze
The mile posts count me out of town / I turn the radio up, not down
I bought a tape at a {truck stop|yard sale} store / The song we knew was on side four
A pickup full of chairs and beds / the wind above the old tin sheds
The headlights catch a {deer|fox|crow} and pass / The frost is white along the grass
The motel key is number three / The ice machine and the TV
We had one bag and half a plan / and all our money in the van
The wipers drag, the trucks go past / The old car never was too fast
The bridge was out, so I went round / by roads I didn't know / A man in a field put up his hand / and showed me where to go
She wrote the way on a paper sack / turn left at the broken mill / I never gave the paper back / I've got that paper still
My brother taught me to drive a stick / on the road behind the mill / We stalled nine times at the railroad line / and we rolled back down the hill
The waitress wrote on a paper bag / all the turns I had to make / She drew a heart where the road gave out / and a circle for the lake
"""

CITY = """
The last bus sighs and shuts its doors / The lights go on in all the stores
Steam from the grates and rain on the cars / Men putting chairs up in the bars
Eleven floors above the street / I feel the subway through my feet
The corner store, the flower stand / Two coffees cooling in one hand
A siren goes, the dogs all bark / Somebody's dancing in the park
The walls are thin, the rent is due / I know next door's old records too
The elevator smells of soap / You hold the door, I start to hope
The billboards blink for no one's sake / Six million people still awake
A taxi idles at the light / The driver says it's a good night
We shared a slice on the corner stoop / and watched the pigeons wheel and loop
The fire escape, a folding chair / The whole block's supper in the air
The baker's boy unlocks at three / and saves the broken rolls for me
The street crew's digging up the tar / You don't know what the {pipes|wires} are
Our first apartment had one chair / and a bed that came down from the wall / We ate our dinners on the stair / and we didn't mind at all
The man downstairs has a saxophone / and he plays it after ten / The neighbors knock and he puts it down / and he picks it up again
I lost my scarf on the crosstown bus / and I found it two weeks on / on a fence outside where the market was / with the price tag almost gone
A man sells umbrellas when it rains / and he sells you shades in the sun / I asked him once what he does at night / and he said that he hasn't begun
The old movie house has lost its sign / but they left the ticket stand / We stood there once for an hour and a half / and you never let go my hand
"""

FIRE = """
The kindling cracks, the bark curls red / We talk so no one goes to bed
A match, a hand, a bit of smoke / The first thin flame, and no one spoke
The coals go {gray|dull}, I rake them bright / and feed the stove to last the night
We burned the fence, we burned the chairs / We burned the banister and stairs
The sparks went up, the {wood|pine} burned low / Nobody said it's time to go
An iron pan, a ring of stone / I never cooked so well alone
The chimney draws, the damper's wide / The rest of the cold can stay outside
I smell of ash, I smell of pine / Your sleeve is black and so is mine
The barn went up at half past four / We got the horses through the door
A {bonfire|driftwood fire} on the beach in June / a bad guitar, a simple tune
Keep one stick back, keep one coal hot / You start again with what you've got
The candle's down to half a thumb / I left it lit so you would come
The forge door opens, white and loud / The iron bends, the smith is proud
The ring of faces, orange, near / The dark begins an arm from here
My mother banked the stove each night / with a shovel and a prayer / In the morning there was always light / from a coal still waiting there
They saw the smoke from the valley road / and they came with pails and sand / We saved the house and half the load / and I've burns across one hand
You showed me how to lay the sticks / with a little room between / A fire needs air, you used to say / and I know now what you mean
We sat up late with the last of the logs / and we talked about the war / He poked at the ash with a walking stick / and he didn't say any more
The smith at the crossroads shod my mare / and he wouldn't take my pay / He said bring bread when you next come by / and we ate it there that day
"""

WINTER = """
The snow came down, the plow came late / We shoveled out as far as the gate
The pond is hard, the reeds are bent / You can't see where the ducks all went
Three pairs of boots beside the door / A little lake across the floor
The breath goes up from every coat / a scarf wound twice around your throat
The pipes are froze, the truck won't start / I scrape the ice off, part by part
The days are short and blue and thin / At four o'clock I let you in
A robin on the frozen spade / Four little arrows that he made
The bus was late, my hands were numb / I knew for certain you would come
The windows flower white with frost / I know the ground, but the path is lost
Your mitten hangs on the picket fence / The sky is low, the cold is dense
A bowl of oranges, a book / a kettle hanging from a hook
The river stopped, the mill stood still / The children sledding down the hill
The kitchen glass is white with steam / with soup, and bread, and coffee cream
The salt truck growls, the town is shut / One line of smoke from one low hut
The winter that the power failed / we all slept in one room / My brother read the almanac / like a psalm there in the gloom
I walked to school in my sister's boots / with newspaper in the toes / Three miles out and three miles back / and a drip upon my nose
We cut the tree from the upper field / and we dragged it by a rope / It left a line you could see for days / coming down the whole white slope
The school was shut for a week that year / and we slid on baking trays / My father came out in his good black coat / and he stayed with us for days
"""

GARDEN = """
The gate still sticks, the hinge still sings / The bean poles wear their bits of strings
Tomatoes warm and smelling green / The reddest ones you've ever seen
A trowel, gloves, a coffee tin / a row of stones to keep things in
The roses lean on the {kitchen|southern} wall / The hollyhocks are twice as tall
The earth still under every nail / The water swinging in the pail
The bees go in, the bees go out / and {peas|plums} hang fat beneath the spout
A straw hat on the handle hung / the same six notes the thrush has sung
You pinch the mint, it's on your hand / I think the bees all understand
The weeds come back, I pull once more / I leave my boots outside the door
One apple tree, a rope, a swing / The first pale leaf of every spring
The rain has filled the rusty pail / The beds are straight from rail to rail
You put things in, you wait, you hoe / There is no other way to grow
The snails have had the lettuce row / The moon came up to see it go
Sweet peas on sticks, a wooden chair / and someone kind has sat down there
She wrote the names on wooden sticks / in a hand so small and neat / The rain has washed the words away / but the peas come up as sweet
He showed me how to plant a bulb / two times as deep as tall / You never see the thing you do / in the ground until it's all
We buried the cat by the currant bush / and we put a stone on top / The fruit came up so thick that year / we could not get it to stop
My neighbor hands me plums on a plate / through a gap in the wooden fence / We've never talked of a thing but rain / and it makes the best of sense
He kept one rose for sixty years / by the step where the cellar goes down / The house was sold and the step was moved / and it's still the best in town
"""

STARS = """
We lay down flat on the roof of the car / You named me every single star
The telescope, the tripod leg / The moon as spotted as an egg
A dot goes over, slow and white / and someone's up there every night
We missed the show, we missed the train / but saw the sky washed clean by rain
The field is black, the sky is not / The frost has found the only spot 
The old light left before the towns / before the kings, before the crowns
I know the Plow, I know the Bear / You blew a cloud of frosty air
One falls, and then we count to three / I won't say what I asked for me
You draw the Hunter on my arm / The neighbors' barking guards the farm
We climbed the hill with bread and tea / to see as far as we could see
The comet's back in eighty years / You said so with a few small tears
The dark is deep, the hill is steep / and half the world has gone to sleep
The porch light's off, so let it be / The dark has things it wants to see
A blanket and a thermos lid / We said some things we'd always hid
My grandfather had a sailor's book / with the sky in white and blue / He set my finger on a dot / and he said that one's for you
We drove until the towns gave out / and the road was only stone / The sky came down to the windshield glass / and we didn't feel alone
I learned their names in a city flat / from a chart on a bathroom door / The first real night I stood outside / there were ten times ten times more
My sister said that they all had strings / and that someone held each end / I looked for the hand for half the night / and I saw the long sky bend
The power failed and the whole street came / to stand in the road and stare / We had lived ten years beneath all that / and had never known it was there
"""

MACHINES = """
The whistle goes, the belts begin / The morning shift is coming in
A wheel, a gear, a turning screw / I know what every part must do
The gauge is up, the valves are tight / Three hundred people work all night
Red lamp, green lamp, a row of keys / They set the hall at ten degrees
A metal arm, a painted line / It's building yours, it's building mine
The circuit hums, the numbers run / It adds them up to just the one
You took the clock apart in May / It's in the box you gave away
A little robot made of tin / He fell off the table and broke his chin 
Grease on my hands, a rag, a bench / Somebody's name upon the wrench
The pistons lift, the pistons fall / The numbers change along the wall 
The cursor waits, the screen is blue / The answer came at half past two
The copy hums and prints the date / Another form to say you're late
The engine coughs, then catches hold / It never did start in the cold
The dials sleep, the doors are barred / A watchman walks the empty yard
My father knew the loom by ear / he could tell a thread was gone / He slept in the chair with his work boots on / and the noise in his head went on
They built a machine to do my job / and they asked me to show it how / I gave it my hands and my thirteen years / I wonder what it does now
The night shift sings when the belts run smooth / and the foreman looks away / It's a song with a bottling beat / and it gets us through to day
She wrote a program to say good night / on a screen as green as a pea / The office closed and the desk was sold / and it still says that to me
"""

WAR = """
The drums come down the valley road / Each man is carrying his load
A letter folded into four / I read it once, I read it more
We dug all night in the yellow clay / and no one had a thing to say
The banners torn, the horses blown / The field belongs to crow and stone
They gave us boots, they gave us bread / They gave us numbers, not a bed
The wall is cracked, the gate is down / There's smoke on every side of town
The bridge is held by forty men / who will not see the spring again
I heard the trumpet in the rain / The mud went down the broken lane
We took the hill, we lost the hill / The guns are cold, the air is still
A tin cup, and a soldier's knife / a photo of his child and wife
The orders came at half past two / We did what we were told to do
The iron rings, the riders wait / A thousand torches at the gate
The map is stained, the ink has run / The general points at the sun
The shield is split, the spear is gone / We lock our arms and still hold on
My brother marched on the first of May / with a ribbon in his cap / They sent his watch and a button home / with the buckle and the strap
We shared a smoke with the other side / in the snow on Christmas Day / By New Year's Eve we had orders to fire / and we looked the other way
He taught me how to lace my boots / so they wouldn't come off in clay / He went ahead with the wire and lamp / and I wear them laced that way
We came back home in the harvest time / and the girls all threw us corn / I looked for a face at the garden gate / and I stood in the road till morn
"""

TRAIN = """
The board flips over, platform nine / The signals change along the line
A suitcase with a broken strap / a bag of plums upon my lap
The carriage sways, the lamps are low / The fields outside are white with snow
The guard walks through and clips the card / and we go past your old back yard
You run along beside the glass / The posts, the poles, the stations pass
The whistle blows across the plain / I'd know it any night, that train
Two seats, one coat, a sleeping head / The morning coming gray, then red
The rails run straight, the rails run far / The boy's asleep in the dining car
I had the ticket in my shoe / I had an hour left with you
The station clock stands still at ten / It won't be right till ten again
The tunnel takes the light away / and then it hands me back the day
The freight goes by, I count each car / and wonder where the people are
A paper cup, a window seat / A baby with tiny bare feet
The steam comes up, the doors slide through / and all the platform is just you
My mother waved a checkered cloth / from the field beside the track / I waved my hat till the trees came in / and I never once looked back
I asked the man for the cheapest seat / to a town I couldn't spell / He pushed the ticket under the glass / and he said, I wish you well
They tore up the rails in sixty-three / and the weeds came up instead / But I hear the nine o'clock come through / when I'm lying in my bed
The porter carried my mother's trunk / and he wouldn't take a dime / He said my own is a long way off / I'll be seeing her in time
I sat across from a sleeping man / with a birdcage on his knee / The bird looked out at the fields of corn / and then it looked at me
"""
