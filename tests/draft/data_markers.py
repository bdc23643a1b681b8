"""Sentences as in news, written for the project: `{words|kind}` marks what limits certainty or exactness.

A sentence without marks must give none that is shown. The places and people are made up.
"""

HEDGED = """
The council {may|modal} close the east library in spring.
Prices at the Torvale market {might|modal} rise again before the summer.
A second bridge {could|modal} be built by 2031, engineers told the committee.
The fire {allegedly|allegation} began in a storeroom behind the bakery.
Two ferries {reportedly|allegation} collided near the harbour wall on Monday.
The suspect {apparently|speculation} left the building by a back door.
Rain will {probably|probability} delay the race, the organisers wrote.
The statue is {possibly|probability} older than the church beside it.
{Perhaps|speculation} the drivers did not see the new sign.
{Maybe|speculation} nobody read the letter to the end.
The new tram line is {likely|probability} to open late.
It is {unlikely|probability} that the pool will be ready by June.
The school {is expected to|prediction} reopen on 4 September.
Three villages {are expected to|prediction} lose their bus service.
Officials {expect|prediction} the flood water to fall by Friday.
Ms Anwar {expects|prediction} a decision before the end of the month.
The painting {is believed to|speculation} be a copy.
The thieves {are thought to|speculation} have used a stolen van.
It {is believed|speculation} that the wreck lies in deep water.
The mayor {believes|belief} the plan will create jobs.
Many residents {think|belief} that the noise comes from the quarry.
“I {think|belief} we will win the next match,” the coach said.
A {suspected|allegation} arsonist was held by police in Orlen.
The {alleged|allegation} fraud cost the club its savings.
Neighbours {allege|allegation} that the firm buried waste at the site.
A former clerk {accused|allegation} the firm of hiding the report.
The bones {appear to|speculation} belong to a young whale.
The number of visitors {appears to|speculation} have fallen.
It {appears|speculation} that the alarm was switched off.
The deal {seems to|speculation} be dead.
Everything {seemed|speculation} calm when the boats returned.
A new study {suggests|speculation} that bees avoid the field.
The figures {suggest|speculation} the shops earned less in May.
The letter {implies|speculation} that the board knew of the cracks.
It is {possible|probability} that the parcel was never sent.
Police are looking into a {possible|probability} link between the two thefts.
There is a {possibility|probability} that the vote will be repeated.
The {likelihood|probability} of a strike has grown, the union said.
It is {unclear|stated-ignorance} {whether|open-question} the film will be shown.
It {was not immediately clear|stated-ignorance} who had opened the gate.
{Little is known|stated-ignorance} about the man who found the ring.
Doctors are {not sure|stated-ignorance} what caused the rash.
It {remains to be seen|stated-ignorance} {whether|open-question} the trees survive.
The judge asked {whether|open-question} the camera had worked.
Reporters asked {if|open-question} the minister {would|condition} resign.
{If|condition} the wind drops, the balloon {will|condition} start at noon.
The match {will|condition} go ahead {unless|condition} the pitch freezes.
{If|condition} the tax passed, families {would|condition} pay less for heating.
A ban {would|condition} hurt small farms, the farmers argue.
The plan {would|condition} move the station to the other bank.
The singer is {rumoured|allegation} to be ill.
There were {rumours|allegation} of a sale last autumn.
Fans {speculate|speculation} that the band is about to split.
There is {speculation|speculation} that the editor will leave.
The director is {presumably|speculation} still in office.
The firm {assumes|belief} that demand will grow.
Her {supposed|allegation} diary turned out to be a novel.
The treasure {is said to|allegation} lie under the mill.
Rescuers {fear|speculation} that more walkers are trapped.
Six sailors {are feared|speculation} dead after the storm.
The driver {was suspected of|speculation} falling asleep.
The lake {is considered|weasel} the cleanest in the county.
He {is widely regarded|weasel} as the best goalkeeper of his time.
The law {is seen|weasel} as a success.
The old mill {must|modal} have been struck by lightning.
The heat is {potentially|probability} dangerous for older people.
Engineers have {not ruled out|stated-ignorance} a fault in the brakes.
The talks {may or may not|modal} lead to a treaty.
“It {could|modal} be weeks before we know,” she said.
The mast {could|modal} have fallen at any time, the report says.
The cause of the fire {is not yet known|stated-ignorance}.
The rescue will {almost certainly|probability} cost more than planned.
He is, {in all likelihood|probability}, on his way home.
Sales {are forecast to|prediction} fall next year.
{About|approximator} 40 people waited in the rain.
The path is {about|approximator} a mile long.
The show starts at {around|approximator} 8 p.m.
{Around|approximator} £300 was taken from the till.
{Some|approximator} 200 cyclists blocked the road.
{Nearly|approximator} half of the pupils walk to school.
{Almost|approximator} all the seats were sold.
{More than|approximator} 1,200 signatures were collected.
The farm lost {over|approximator} 300 sheep.
{Up to|approximator} 90 jobs are at stake.
{At least|approximator} two windows were broken.
{Roughly|approximator} one in five trains was late.
{Dozens|vague-quantity} of volunteers cleaned the beach.
{Several|vague-quantity} shops stayed shut.
{Hundreds|vague-quantity} of letters reached the town hall.
{A number|vague-quantity} of roofs were damaged.
{Fewer than|approximator} ten tickets are left.
{No more than|approximator} 40 visitors came.
{An estimated|approximator} 5,000 people watched the parade.
{As many as|approximator} 70 boats were lost.
Gusts {could|modal} reach 110 kilometres an hour.
The council {could not say|stated-ignorance} {whether|open-question} the sale was legal.
{It has emerged|agentless-confirmation} that the gate was open.
The repair took an hour {or so|approximator}.
The tower is {close to|approximator} 100 metres tall.
{It was confirmed|agentless-confirmation} that the pilot had survived.
The dog {almost|approximator} never barks.
{Few|vague-quantity}, if any, noticed it.
The team will {certainly|booster} miss its captain.
""".strip().split("\n")

PLAIN = """
The council closed the east library in spring.
Elections will be held on 6 May in all four districts.
The new law comes into force in May.
May Harlow won the hundred metres.
He pushed the door with all his might.
The might of the empire was broken.
She could swim before she could walk.
The divers could not reach the wreck.
Nobody could hear the alarm behind the thick doors.
He could see the lights of the harbour.
The mayor said the work would begin on Monday.
As a child he would often walk along the canal.
The novel would later become a film.
The band would like to thank its fans.
Will Thorne scored the second goal.
She read her father's will aloud.
The will of the voters is plain, he said.
The tram can carry 200 people.
The actor appeared on stage in a red coat.
A crack appeared in the wall last winter.
The singer will appear before a judge on Friday.
She appears in two films this year.
They talked about the weather.
The book is about a lost dog.
The children ran around the playground.
There is a fence around the field.
The road runs around the lake.
Some one hundred years are a long time for a bridge.
He was sentenced to seven years in prison.
The train left as soon as possible.
The gift made it possible to repair the roof.
They ran as fast as they could.
The police found the probable cause too weak for a warrant.
They gave some thought to the colour.
The thought of home kept them going.
She thought about the offer for a week.
He believes in ghosts.
“Believe me,” said the clerk.
The board considered the offer for two hours.
She is considering moving to the coast.
The couple are expecting twins.
As expected, the vote was close.
The team scored more goals than expected.
He saw the boy as the bus left.
The film was seen by two million people.
The view from the tower is wide.
Send her my regards.
The company assumed control of the port.
The suspect was taken to Orlen.
The accused sat beside his lawyer.
Fear kept them awake.
There is no time to lose.
He walked as if he were asleep.
The price is over.
The game was over by noon.
The plane flew over the town.
The lamp hangs over the table.
He was under 18 when he signed.
The team lost 3 to 1.
At last the rain stopped.
How many people live here?
As many as possible should come.
The most famous painting hangs here.
He scores in every match.
The charges were dropped.
The minister promised to visit the school.
The firm plans to hire ten cooks.
The bill must be paid by Friday.
Visitors must leave their bags at the door.
You should read the notice.
Why should we pay twice?
The shop is open until six.
The school provided lunch for all.
It has been raining since Tuesday.
The museum was built in 1904.
Dr Osei set the broken arm.
The goalkeeper saved two penalties.
“We are ready,” the captain said.
The potential of the river was measured.
He suggested going home.
He is a guest of the club.
The clear water shows every stone.
It is clear that the tank leaks.
The unknown soldier lies here.
Nobody doubts her courage.
The charge of the battery is low.
The score was 2 to 2.
The town set up a fund.
The lord and heir apparent rode behind.
The pupils assume new roles every week.
The captain felt ill.
The bank will lend the money.
The road will be closed on Sunday.
The judge ruled out the letter as evidence.
""".strip().split("\n")
