package org.opensocialnet.search;

import org.springframework.stereotype.Component;

/** The places people name when they say where: squares, stations, neighbourhoods. */
@Component
class Gazetteer {

    Phrases<Near> phrases() {
        return new Phrases<>();
    }
}
