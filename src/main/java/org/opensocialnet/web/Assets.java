package org.opensocialnet.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front end's built files, by the names its build wrote into its manifest. */
@Component
class Assets {

    private static final Logger LOG = LoggerFactory.getLogger(Assets.class);

    private final JsonNode manifest;

    @Autowired
    Assets() {
        this("frontend");
    }

    Assets(String folder) {
        this.manifest = read(new ClassPathResource(folder + "/.vite/manifest.json"));
    }

    /** The addresses of the style sheets an entry such as "src/site.ts" needs. */
    List<String> styles(String entry) {
        var files = new LinkedHashSet<String>();
        for (var chunk : withImports(entry)) {
            manifest.path(chunk).path("css").forEach(file -> files.add(address(file.asString())));
        }
        return List.copyOf(files);
    }

    /** The address of an entry's script; none when the front end is not built. */
    List<String> scripts(String entry) {
        return manifest.path(entry).path("file").stringValueOpt().stream()
                .map(Assets::address)
                .toList();
    }

    private SequencedSet<String> withImports(String entry) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(entry));
        while (!open.isEmpty()) {
            var chunk = open.removeLast();
            if (found.add(chunk)) {
                manifest.path(chunk).path("imports").forEach(next -> open.add(next.asString()));
            }
        }
        return found.reversed();
    }

    private static String address(String file) {
        return "/" + file;
    }

    private static JsonNode read(ClassPathResource file) {
        var json = new JsonMapper();
        try (InputStream in = file.getInputStream()) {
            return json.readTree(in);
        } catch (IOException missing) {
            LOG.warn("The front end is not built: pages work, but without style. Run `npm ci && npm run build`"
                    + " in frontend/, or start with ./run.");
            return json.createObjectNode();
        }
    }
}
