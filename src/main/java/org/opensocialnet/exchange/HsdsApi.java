package org.opensocialnet.exchange;

import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.opensocialnet.kernel.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The open API: the public directory in the terms of HSDS 3.1, for any program, without a key. */
@Controller
@RequestMapping(HsdsApi.ROOT)
class HsdsApi {

    static final String ROOT = "/hsds/v3";

    private static final String JSON = "application/json";
    private static final String LISTS =
            "{listing:services|organizations|service_at_locations|taxonomies|taxonomy_terms}";

    /** Slow readers of whole lists may not hold all connections to the database. */
    private final Semaphore streams = new Semaphore(4);

    private final Records records;
    private final Clock clock;

    HsdsApi(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @GetMapping({"", "/"})
    void about(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        answer(
                JsonMapper.shared()
                        .writeValueAsBytes(Map.of(
                                "version", "3.1",
                                "profile", site + "/data",
                                "openapi_url", site + ROOT + "/openapi.json",
                                "export_url", site + ROOT + "/export.zip")),
                request,
                response);
    }

    @GetMapping("/openapi.json")
    void openApi(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(new ClassPathResource("exchange/openapi.json").getContentAsByteArray(), request, response);
    }

    @RequestMapping(
            path = LISTS,
            method = {GET, POST})
    void list(@PathVariable String listing, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        var asked = Asked.of(Parameters.of(request), clock.getZone());
        if (asked.ndjson()) {
            stream(Listing.named(listing), asked, response);
        } else {
            answer(page(Listing.named(listing), asked), request, response);
        }
    }

    @GetMapping(LISTS + "/{id}")
    void one(
            @PathVariable String listing,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, SQLException {
        var asked = Asked.of(Parameters.of(request), clock.getZone());
        var document = records.one(Listing.named(listing), uuid(id), asked.fullService())
                .orElseThrow(() -> Refusal.notFound("exchange.record.unknown"));
        answer(document, request, response);
    }

    private byte[] page(Listing listing, Asked asked) throws IOException, SQLException {
        var contents = new ByteArrayOutputStream(1 << 16);
        int size = records.page(listing, asked, contents);
        long total = records.count(listing, asked);
        long pages = (total + asked.perPage() - 1) / asked.perPage();
        var page = new ByteArrayOutputStream(contents.size() + 200);
        page.writeBytes(
                """
                {"total_items":%d,"total_pages":%d,"page_number":%d,"size":%d,"first_page":%b,"last_page":%b,"empty":%b,"contents":[""".formatted(total, pages, asked.page(), size, asked.page() == 1, asked.page() >= pages, size == 0)
                        .getBytes(StandardCharsets.UTF_8));
        contents.writeTo(page);
        page.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return page.toByteArray();
    }

    private void stream(Listing listing, Asked asked, HttpServletResponse response) throws IOException, SQLException {
        if (!streams.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            throw Refusal.busy("exchange.busy");
        }
        try (var out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
            response.setContentType("application/x-ndjson");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            records.all(listing, asked, out);
        } finally {
            streams.release();
        }
    }

    /** Sends JSON, unless the reader already has just this. */
    private static void answer(byte[] json, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(JSON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        // Weak, because the same answer may leave compressed or not.
        if (request.getMethod().equals("POST")
                || !new ServletWebRequest(request, response)
                        .checkNotModified("W/\"" + DigestUtils.md5DigestAsHex(json) + "\"")) {
            response.setContentLength(json.length);
            response.getOutputStream().write(json);
        }
    }

    private static UUID uuid(String id) {
        try {
            if (id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException _) {
            // no record has such an id
        }
        throw Refusal.notFound("exchange.record.unknown");
    }
}
