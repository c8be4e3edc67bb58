package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong, in the reader's words: also which fields are wrong, and the number to ask us about. */
public record Problem(
        HttpStatusCode status,
        String title,
        String detail,
        List<Fault> faults,
        @Nullable String number) {

    /** Shows problems below its own addresses in its own frame, as a bean; asked where a page is wanted. */
    public interface Surrounding {

        /** The page, given "page" = the problem; none where it is not this one's to show. */
        Optional<ModelAndView> around(Problem problem, HttpServletRequest request);
    }

    /** One wrong field and what it needs. */
    public record Fault(String field, String remedy) {}

    Problem(HttpStatusCode status, String title, String detail) {
        this(status, title, detail, List.of(), null);
    }
}
