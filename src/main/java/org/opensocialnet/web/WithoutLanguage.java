package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** The request as the rooms see it: the address without the language. */
final class WithoutLanguage extends HttpServletRequestWrapper {

    private final Visit visit;

    WithoutLanguage(HttpServletRequest request, Visit visit) {
        super(request);
        this.visit = visit;
    }

    @Override
    public String getRequestURI() {
        return visit.path();
    }

    @Override
    public String getServletPath() {
        var decoded = super.getServletPath();
        return visit.language() == Language.ENGLISH ? decoded.replaceFirst("^/en", "") : decoded;
    }
}
