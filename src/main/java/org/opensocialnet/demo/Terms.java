package org.opensocialnet.demo;

import java.util.UUID;

/** The directory's own words: kinds of service and target groups, by code. */
interface Terms {

    String KINDS = "osn-service";
    String GROUPS = "osn-target-group";

    Term of(String taxonomy, String code);

    /** One of them. */
    record Term(UUID id, Both name) {}
}
