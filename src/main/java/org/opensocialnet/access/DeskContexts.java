package org.opensocialnet.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Tells Spring Security who is at the desk, as the entrance knows it; nothing is looked up before somebody asks. */
final class DeskContexts implements SecurityContextRepository {

    private final Entrance entrance;

    DeskContexts(Entrance entrance) {
        this.entrance = entrance;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> context(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /** Only the entrance begins a session. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return entrance.presence(request).me() != null;
    }

    private SecurityContext context(HttpServletRequest request) {
        var me = entrance.presence(request).me();
        return me == null ? new SecurityContextImpl() : new SecurityContextImpl(new Badge(me));
    }

    private record Deferred(Supplier<SecurityContext> read) implements DeferredSecurityContext {

        @Override
        public SecurityContext get() {
            return read.get();
        }

        @Override
        public boolean isGenerated() {
            return false;
        }
    }

    /** A member as Spring Security knows one: by id, never by name. */
    private static final class Badge extends AbstractAuthenticationToken {

        private final transient SignedIn me;

        Badge(SignedIn me) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.me = me;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return me;
        }

        @Override
        public String getName() {
            return me.member().toString();
        }
    }
}
