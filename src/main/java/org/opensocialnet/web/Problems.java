package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Answers what a room throws, in the reader's language; a fault of ours goes to the log under a number. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String SECONDS_TO_WAIT = "5";

    private final Frame frame;
    private final Answers answers;

    Problems(Frame frame, Answers answers) {
        this.frame = frame;
        this.answers = answers;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (refusal.kind() == Refusal.Kind.BUSY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        } else if (refusal.kind() == Refusal.Kind.TOO_OFTEN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.arguments()[0]));
        }
        return answers.to(request, in(request).refused(refusal));
    }

    @ExceptionHandler
    Object wrongType(
            MethodArgumentTypeMismatchException wrong, HttpServletRequest request, HttpServletResponse response) {
        return wrong.getRootCause() instanceof Refusal refusal
                ? refused(refusal, request, response)
                : answers.to(request, in(request).wrongType(wrong.getName()));
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return answers.to(request, in(request).missing(missing.getParameterName()));
    }

    @ExceptionHandler
    Object wrongForm(BindException wrong, HttpServletRequest request) {
        return answers.to(request, in(request).wrong(wrong.getBindingResult()));
    }

    @ExceptionHandler
    Object wrongArguments(HandlerMethodValidationException wrong, HttpServletRequest request) {
        return answers.to(request, in(request).wrong(wrong));
    }

    /** A body that cannot be read as what it says it is, or that is too large, is not a fault of ours. */
    @ExceptionHandler({MultipartException.class, InvalidParameterException.class})
    Object unreadable(Exception unreadable, HttpServletRequest request) {
        var status = unreadable instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.BAD_REQUEST;
        return answers.to(request, in(request).status(status));
    }

    /** The reader went away: there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    Object unexpected(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return answers.to(request, in(request).status(known.getStatusCode()));
        }
        return answers.to(request, in(request).ours(noted(failure)));
    }

    private static String noted(Exception failure) {
        var id = Uuid7.next().toString();
        var number = id.substring(id.length() - 8);
        LOG.atError().setCause(failure).addKeyValue("number", number).log("A request failed, number {}", number);
        return number;
    }

    private Explanations in(HttpServletRequest request) {
        return new Explanations(new Words(frame, Visit.current(request)));
    }
}
