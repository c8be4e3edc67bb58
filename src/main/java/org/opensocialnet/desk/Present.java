package org.opensocialnet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.opensocialnet.access.SignedIn;

/** Who sits at the desk during a request, as the door left it there. */
final class Present {

    private Present() {}

    static Optional<SignedIn> at(HttpServletRequest request) {
        return request.getAttribute(SignedIn.class.getName()) instanceof SignedIn me
                ? Optional.of(me)
                : Optional.empty();
    }
}
