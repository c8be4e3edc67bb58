package org.opensocialnet.places;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where an operator keeps the official boundaries of the communities, a GeoJSON file; empty means our schematic ones. */
@ConfigurationProperties("osn.map")
record PlacesSettings(@DefaultValue("") String boundaries) {}
