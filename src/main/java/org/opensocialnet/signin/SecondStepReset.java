package org.opensocialnet.signin;

import java.util.UUID;

/** A member's second step was taken away; told inside of the transaction, so that every other proof can end with it. */
public record SecondStepReset(UUID member) {}
