package org.opensocialnet.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of a request, wherever they stand: in the address, in a form, or in a JSON object. */
final class Parameters {

    private static final int LONGEST_BODY = 1 << 16;

    private Parameters() {}

    static Map<String, List<String>> of(HttpServletRequest request) throws IOException {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        var type = request.getContentType();
        if (type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            body(request).properties().forEach(property -> {
                var values = new ArrayList<>(parameters.getOrDefault(property.getKey(), List.of()));
                if (property.getValue().isArray()) {
                    property.getValue().forEach(value -> values.add(value.asString("")));
                } else if (!property.getValue().isNull()) {
                    values.add(property.getValue().asString(""));
                }
                parameters.put(property.getKey(), values);
            });
        }
        return parameters;
    }

    private static ObjectNode body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        try {
            if (body.length == 0) {
                return JsonMapper.shared().createObjectNode();
            }
            if (body.length <= LONGEST_BODY && JsonMapper.shared().readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // said below
        }
        throw Refusal.wrong("exchange.asked.body", "body");
    }
}
