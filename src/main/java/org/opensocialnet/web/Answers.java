package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The form of an answer that says no: a page for who asked for HTML, else a problem document (RFC 9457). */
@Component("webAnswers")
class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final ObjectProvider<Problem.Surrounding> surroundings;

    Answers(ObjectProvider<Problem.Surrounding> surroundings) {
        this.surroundings = surroundings;
    }

    Object to(HttpServletRequest request, Problem problem) {
        return wantsPage(request) ? page(request, problem) : document(problem);
    }

    private ModelAndView page(HttpServletRequest request, Problem problem) {
        var page = surrounded(request, problem)
                .orElseGet(() -> new ModelAndView("web/problem").addObject("page", problem));
        page.setStatus(problem.status());
        return page;
    }

    /** What is around a problem may be what fails: then the plain page tells it. */
    private Optional<ModelAndView> surrounded(HttpServletRequest request, Problem problem) {
        try {
            return surroundings.stream()
                    .flatMap(frame -> frame.around(problem, request).stream())
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("What is around a problem could not be shown");
            return Optional.empty();
        }
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
