package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** The form of an answer that says no: a page for who asked for HTML, else a problem document (RFC 9457). */
final class Answers {

    private Answers() {}

    static Object to(HttpServletRequest request, Problem problem) {
        return wantsPage(request) ? page(problem) : document(problem);
    }

    private static ModelAndView page(Problem problem) {
        return new ModelAndView("web/problem", Map.of("page", problem), problem.status());
    }

    private static ResponseEntity<ProblemDetail> document(Problem problem) {
        var document = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        document.setTitle(problem.title());
        if (!problem.faults().isEmpty()) {
            document.setProperty("faults", problem.faults());
        }
        if (problem.number() != null) {
            document.setProperty("number", problem.number());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        try {
            var accepted = request.getHeader(HttpHeaders.ACCEPT);
            return MediaType.parseMediaTypes(accepted).stream()
                    .anyMatch(type -> !type.isWildcardType() && type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
