package org.opensocialnet.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks for a page of the public site by its address and on this thread, so that what answers reads in the transaction that
 * is open here. No room calls another for it: an address is enough.
 */
@Component
public class PublicPages {

    private final ObjectProvider<RequestMappingHandlerMapping> addresses;
    private final ObjectProvider<RequestMappingHandlerAdapter> answers;

    PublicPages(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> addresses,
            ObjectProvider<RequestMappingHandlerAdapter> answers) {
        this.addresses = addresses;
        this.answers = answers;
    }

    /** The page at an address, made and not yet written. */
    public ModelAndView page(String address, HttpServletRequest request, HttpServletResponse response) {
        var asked = new Asked(request, address);
        ServletRequestPathUtils.parseAndCache(asked);
        try {
            var found = Objects.requireNonNull(addresses.getObject().getHandler(asked), address);
            return Objects.requireNonNull(answers.getObject().handle(asked, response, found.getHandler()), address);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same visit, asking for another address; what is noted on the way is not noted on the real request. */
    private static final class Asked extends HttpServletRequestWrapper {

        private final String address;
        private final Map<String, Object> noted = new HashMap<>();

        Asked(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getRequestURI() {
            return address;
        }

        @Override
        public String getServletPath() {
            return address;
        }

        @Override
        public @Nullable String getPathInfo() {
            return null;
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return noted.containsKey(name) ? noted.get(name) : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, Object value) {
            noted.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            noted.remove(name);
        }
    }
}
