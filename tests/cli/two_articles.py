"""Articles written for the tests of `draft` and `review`: two of one event, one of another, one in Spanish."""

COURIER = """Footbridge shut after inspection

By Kim Alder

The county has closed the Mill Lane footbridge after an inspector found cracks in two of its beams, a \
council spokesman said on Tuesday. About 300 people use the bridge every day, most of them on their way to \
the station.

“We cannot take any risk with old iron,” the mayor, Dana Pruett, said. She said the work would probably take \
six weeks. Omar Reyes, who runs a shop beside the bridge, told the Courier that he had heard nothing of it \
before.

[Later] The bridge may reopen in May, according to the county.
"""
RADIO = """Cracks close old bridge

The old footbridge in Mill Lane is shut. An inspector allegedly found cracks in three beams of it, and the \
county has put up a fence. “We cannot take any risk with old iron,” Dana Pruett, the mayor, told Valley \
Radio on Tuesday.

It was confirmed that the work will take six weeks. About 200 people use the bridge each day, the county \
said, and many of them are angry about the long way round. Nobody was hurt.

https://valley.example.org/2025/03/04/bridge
"""
FERRY = """Ferry stays in port

The island ferry broke down on Monday and will stay in port until Friday, a harbour official said. “We will \
not sail with one engine,” she said, and nobody can say yet when the spare part will come. Some passengers \
went home on a fishing boat, and others slept on the benches of the small waiting room beside the quay.
"""
PUENTE = """Cierran el puente viejo

El puente viejo quedó cerrado el lunes por la noche, informó la alcaldesa. Los técnicos encontraron grietas \
en dos vigas y la obra costará mucho dinero. La alcaldesa dijo que no hay fecha para la reapertura del \
puente, y los vecinos que viven cerca de la estación están preocupados porque el desvío es muy largo.
"""
