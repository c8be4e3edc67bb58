package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.opensocialnet.index.Index;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The open API over a small directory, as a program asks it. */
abstract class OpenApi {

    static final String OF_THE_KITCHEN = "organization_id=" + SampleDirectory.KITCHEN;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Index index;

    @BeforeAll
    void fill() {
        new SampleDirectory(jdbc).fill();
        index.refresh();
    }

    @AfterAll
    void empty() {
        new SampleDirectory(jdbc).empty();
    }

    MvcTestResult get(String path) {
        return web.get().uri("/hsds/v3" + path).exchange();
    }

    JsonNode json(String path) {
        var answer = get(path);
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(body(answer));
    }

    static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    List<String> ids(String path) {
        var ids = new ArrayList<String>();
        json(path).path("contents").forEach(record -> ids.add(record.path("id").asString()));
        return ids;
    }
}
