package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitemapTest {

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void fill() {
        new SampleDirectory(jdbc).fill();
    }

    @AfterAll
    void empty() {
        new SampleDirectory(jdbc).empty();
    }

    @Test
    void aLargeDirectoryHasAListOfSitemapsThatHoldEveryPageOnce() {
        var sitemap = new Sitemap(jdbc, 10);
        Sitemap.Address address = (language, path) -> "https://city.example" + language.link(path);
        var list = sitemap.sitemap(0, address);
        assertThat(list).contains("<sitemapindex", "<loc>https://city.example/sitemap.xml?part=3</loc>");
        var parts = list.split("<sitemap>").length - 1;
        var pages = new ArrayList<String>();
        for (int part = 1; part <= parts; part++) {
            sitemap.sitemap(part, address)
                    .lines()
                    .filter(line -> line.startsWith("<url>"))
                    .map(line -> line.replaceFirst("</loc>.*", ""))
                    .forEach(pages::add);
        }
        assertThat(pages).doesNotHaveDuplicates().hasSizeGreaterThan(50);
        assertThat(new Sitemap(jdbc).sitemap(0, address)).contains("<urlset");
        assertThatThrownBy(() -> sitemap.sitemap(parts + 1, address)).isInstanceOf(Refusal.class);
    }
}
