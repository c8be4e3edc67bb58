package org.opensocialnet.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.view.AbstractView;

/** One page: rendered whole before the first byte leaves, with an ETag, so that an unchanged page costs nothing. */
final class TemplateView extends AbstractView {

    private final TemplateEngine templates;
    private final String name;
    private final Frame frame;

    TemplateView(TemplateEngine templates, String name, Frame frame) {
        this.templates = templates;
        this.name = name;
        this.frame = frame;
        setContentType("text/html;charset=UTF-8");
    }

    /** Not as the framework does it: that writes what a page shows into the log of whoever looks for a fault. */
    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var merged = createMergedOutputModel(model, request, response);
        prepareResponse(request, response);
        renderMergedOutputModel(merged, getRequestToExpose(request), response);
    }

    @Override
    protected void renderMergedOutputModel(
            Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var visit = Visit.current(request);
        var page = html(model, visit);
        response.setContentType(getContentType());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, visit.language().code());
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
            }
            // Weak, because the same page may leave compressed or not.
            if (new ServletWebRequest(request, response).checkNotModified("W/\"" + sum(page) + "\"")) {
                return;
            }
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** Two sums that processors make by themselves: it tells pages of one address apart, and keeps nobody out. */
    private static String sum(byte[] page) {
        var one = new CRC32C();
        one.update(page);
        var other = new CRC32();
        other.update(page);
        return Long.toHexString(one.getValue() << 32 | other.getValue());
    }

    private byte[] html(Map<String, Object> model, Visit visit) throws IOException {
        var parameters = new HashMap<>(model);
        parameters.put("t", new Words(frame, visit, model));
        var output = new Utf8ByteOutput();
        templates.render(name + ".jte", parameters, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(bytes::write);
        return bytes.toByteArray();
    }
}
