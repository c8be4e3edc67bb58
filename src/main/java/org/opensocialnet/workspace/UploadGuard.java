package org.opensocialnet.workspace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the size of a sent file before anything of it is read: each page says what it takes, and where none does, files
 * are small.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UploadGuard extends OncePerRequestFilter {

    private static final long ELSEWHERE = 4L << 20;
    private static final long FIELDS = 1L << 16;

    private final List<UploadLimit> limits;

    UploadGuard(List<UploadLimit> limits) {
        this.limits = List.copyOf(limits);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            chain.doFilter(request, response);
            return;
        }
        var path = request.getRequestURI();
        var limit = limits.stream().filter(one -> path.endsWith(one.address())).findFirst();
        var length = request.getContentLengthLong();
        long most = limit.map(one -> one.bytes() + FIELDS).orElse(ELSEWHERE);
        if (length >= 0 && length <= most) {
            chain.doFilter(request, response);
        } else if (limit.isPresent() && length >= 0) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", path + "?large=yes");
        } else {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }
}
