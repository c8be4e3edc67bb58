package org.opensocialnet.forms;

/** One of the answers a question offers: the code that is kept, and what it says. */
public record Option(String code, Bilingual label) {}
