package org.opensocialnet.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** What went wrong, in the reader's words: also which fields are wrong, and the number to ask us about. */
record Problem(
        HttpStatusCode status,
        String title,
        String detail,
        List<Fault> faults,
        @Nullable String number) {

    /** One wrong field and what it needs. */
    record Fault(String field, String remedy) {}

    Problem(HttpStatusCode status, String title, String detail) {
        this(status, title, detail, List.of(), null);
    }
}
