package org.opensocialnet.mail;

/** How one try ended, with what the server said, without the address. */
public sealed interface Answer {

    String text();

    /** The server took it. */
    record Taken(String text) implements Answer {}

    /** Not now (4xx). */
    record Deferred(String text) implements Answer {}

    /** Never (5xx), or nothing a server could ever take. */
    record Refused(String text) implements Answer {}

    /** The talk broke off; unsure where it was over the letter itself, so that the server may have it. */
    record Broken(boolean unsure, String text) implements Answer {}
}
