package org.opensocialnet.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Where somebody comes from, told so coarsely that it names a neighbourhood of the network and never a line. */
public final class Origin {

    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");
    private static final List<String> BROWSERS = List.of("Edg", "Firefox", "Chrome", "Safari");

    private Origin() {}

    /** "192.0.2.x", "2001:db8:7::x": for the trail, the list of sessions and the limits on trying. */
    public static String coarse(HttpServletRequest request) {
        return coarse(request.getRemoteAddr());
    }

    static String coarse(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address.replaceFirst("%.*", "").replaceAll("[\\[\\]]", ""));
            var parts = bytes.getAddress();
            return bytes instanceof Inet4Address
                    ? "%d.%d.%d.x".formatted(parts[0] & 255, parts[1] & 255, parts[2] & 255)
                    : "%x:%x:%x::x".formatted(pair(parts, 0), pair(parts, 2), pair(parts, 4));
        } catch (IllegalArgumentException _) {
            return "unknown";
        }
    }

    /** "Firefox, Linux": enough for somebody to know their own device again. */
    static String device(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var told = agent == null ? "" : agent;
        return "%s, %s".formatted(first(BROWSERS, told).replace("Edg", "Edge"), first(SYSTEMS, told));
    }

    private static String first(List<String> names, String told) {
        return names.stream().filter(told::contains).findFirst().orElse("?");
    }

    private static int pair(byte[] parts, int at) {
        return (parts[at] & 255) << 8 | parts[at + 1] & 255;
    }
}
