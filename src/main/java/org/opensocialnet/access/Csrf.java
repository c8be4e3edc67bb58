package org.opensocialnet.access;

import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The token every form of the desk carries, so that no other site can send it: {@code @template.access.csrf()}. */
public final class Csrf {

    private Csrf() {}

    /** The current request's token, for the field {@code _csrf} or the header {@code X-XSRF-TOKEN}. */
    public static String token() {
        var request = RequestContextHolder.currentRequestAttributes();
        var token = request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST);
        return ((CsrfToken) Objects.requireNonNull(token, "no token outside of the door's filters")).getToken();
    }
}
