package org.opensocialnet.intake;

/** Where a row stood in what was brought: the file's name and the line in it, counted from 1. */
public record RowOrigin(String file, long line) {}
