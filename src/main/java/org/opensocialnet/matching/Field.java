package org.opensocialnet.matching;

/** A column that takes part in the comparison: its name, and what it says of a person. */
public record Field(String name, Kind kind) {}
