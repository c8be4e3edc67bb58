package org.opensocialnet.budget;

import java.time.LocalDate;

/** What stood in an envelope at the end of a period that was closed. */
public record Closing(LocalDate through, Balances balances) {}
