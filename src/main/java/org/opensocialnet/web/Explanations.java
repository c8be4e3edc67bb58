package org.opensocialnet.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Problem.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterValidationResult;

/** Says each kind of failure in the reader's words. Nothing of the program's inside gets into a sentence. */
final class Explanations {

    private final Words t;

    Explanations(Words t) {
        this.t = t;
    }

    Problem refused(Refusal refusal) {
        var sentence = t.of(refusal.key(), refusal.arguments());
        return switch (refusal.kind()) {
            case NOT_FOUND -> new Problem(HttpStatus.NOT_FOUND, t.of("web.problem.not-found.title"), sentence);
            case CONFLICT -> new Problem(HttpStatus.CONFLICT, t.of("web.problem.conflict.title"), sentence);
            case BUSY -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, t.of("web.problem.busy.title"), sentence);
            case TOO_OFTEN -> new Problem(HttpStatus.TOO_MANY_REQUESTS, t.of("web.problem.busy.title"), sentence);
            case WRONG -> wrong(List.of(new Fault(refusal.field(), sentence)));
        };
    }

    Problem wrongType(String field) {
        return wrong(List.of(new Fault(field, t.of("web.fault.type"))));
    }

    Problem missing(String field) {
        return wrong(List.of(new Fault(field, t.of("web.fault.missing"))));
    }

    Problem wrong(BindingResult form) {
        return wrong(form.getFieldErrors().stream()
                .map(error -> new Fault(error.getField(), remedy(error)))
                .toList());
    }

    Problem wrong(MethodValidationResult arguments) {
        return wrong(arguments.getParameterValidationResults().stream()
                .map(argument -> new Fault(name(argument), remedy(argument)))
                .toList());
    }

    Problem status(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> new Problem(status, t.of("web.problem.forbidden.title"), t.of("web.problem.forbidden.detail"));
            case 404 -> new Problem(status, t.of("web.problem.not-found.title"), t.of("web.problem.not-found.detail"));
            case 405 -> new Problem(status, t.of("web.problem.method.title"), t.of("web.problem.method.detail"));
            case 406 ->
                new Problem(
                        status, t.of("web.problem.not-acceptable.title"), t.of("web.problem.not-acceptable.detail"));
            default ->
                status.is4xxClientError()
                        ? new Problem(status, t.of("web.problem.refused.title"), t.of("web.problem.refused.detail"))
                        : new Problem(status, t.of("web.problem.ours.title"), t.of("web.problem.ours.detail"));
        };
    }

    /** A fault of ours, with the number under which the log holds it. */
    Problem ours(String number) {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                t.of("web.problem.ours.title"),
                t.of("web.problem.ours.detail"),
                List.of(),
                number);
    }

    private Problem wrong(List<Fault> faults) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                t.of("web.problem.wrong.title"),
                t.of("web.problem.wrong.detail"),
                faults,
                null);
    }

    private String remedy(FieldError error) {
        return error.isBindingFailure() ? t.of("web.fault.type") : said(error.getDefaultMessage());
    }

    private String remedy(ParameterValidationResult argument) {
        return said(argument.getResolvableErrors().getFirst().getDefaultMessage());
    }

    private String said(@Nullable String sentence) {
        return sentence == null ? t.of("web.fault.type") : sentence;
    }

    private static String name(ParameterValidationResult argument) {
        return Objects.requireNonNullElse(argument.getMethodParameter().getParameterName(), "?");
    }
}
