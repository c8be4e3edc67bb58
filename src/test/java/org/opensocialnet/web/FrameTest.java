package org.opensocialnet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.web.SecurityHeaders.Strictly;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@AutoConfigureMockMvc
class FrameTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    MapStyle map;

    @Test
    void aPageSpeaksGreekAtItsPlainAddressWhateverTheBrowserWants() {
        assertThat(web.get().uri("/privacy").header("Accept-Language", "en"))
                .hasStatusOk()
                .hasHeader("Content-Language", "el")
                .bodyText()
                .contains("<html lang=\"el\"", "Απόρρητο");
    }

    @Test
    void theSamePageSpeaksEnglishBelowEn() {
        assertThat(web.get().uri("/en/privacy"))
                .hasStatusOk()
                .hasHeader("Content-Language", "en")
                .bodyText()
                .contains("<html lang=\"en\"", "href=\"/en/accessibility\"", "Third parties");
    }

    @Test
    void aPageNamesItsOtherLanguageToSearchEngines() {
        assertThat(web.get().uri("/en/privacy?x=1"))
                .bodyText()
                .contains("hreflang=\"el\" href=\"http://localhost/privacy\"")
                .contains("rel=\"canonical\" href=\"http://localhost/en/privacy\"");
    }

    @Test
    void aPageUnchangedIsNotSentAgain() {
        var tag = String.valueOf(
                web.get().uri("/privacy").exchange().getResponse().getHeader("ETag"));

        assertThat(tag).startsWith("W/\"");
        assertThat(web.get().uri("/privacy").header("If-None-Match", tag))
                .hasStatus(304)
                .body()
                .isEmpty();
    }

    @Test
    void noPageMayRunForeignOrInlineCode() {
        assertThat(web.get().uri("/privacy").exchange().getResponse().getHeader("Content-Security-Policy"))
                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'", "worker-src 'self'")
                .doesNotContain("unsafe");
        assertThat(web.get().uri("/privacy").exchange())
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin");
        assertThat(web.get().uri("/privacy")).bodyText().doesNotContain(" style=\"", " onclick=", "<style", "<script>");
    }

    @Test
    void whoCameByTlsComesByTlsForAYearAndNobodyElseIsToldSo() throws Exception {
        assertThat(web.get().uri("/privacy").secure(true))
                .hasHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        assertThat(web.get().uri("/privacy")).doesNotContainHeader("Strict-Transport-Security");
        assertThat(told(Strictly.ALWAYS, false)).isNotNull();
        assertThat(told(Strictly.NEVER, true)).isNull();
    }

    private @Nullable String told(Strictly strictly, boolean secure) throws Exception {
        var request = new MockHttpServletRequest();
        request.setSecure(secure);
        var response = new MockHttpServletResponse();
        new SecurityHeaders(map, strictly).doFilter(request, response, new MockFilterChain());
        return response.getHeader("Strict-Transport-Security");
    }

    @Test
    void anUnbuiltFrontEndLeavesThePageReadable() {
        var assets = new Assets("no-such-folder");

        assertThat(assets.styles("src/site.ts")).isEmpty();
        assertThat(assets.scripts("src/site.ts")).isEmpty();
    }

    @Test
    void theManifestNamesWhatAnEntryNeedsAlsoThroughItsImports() {
        var assets = new Assets("web/sample-assets");

        assertThat(assets.scripts("src/map.ts")).containsExactly("/assets/map-12345678.js");
        assertThat(assets.styles("src/map.ts"))
                .containsExactly("/assets/shared-12345678.css", "/assets/map-12345678.css");
    }

    @ParameterizedTest
    @CsvSource({"'gzip, deflate, br',br,brotli", "gzip,gzip,gzipped"})
    void aBuiltFileIsKeptForEverAndComesPackedAsTheBrowserLikes(String accepted, String packed, String content) {
        assertThat(web.get().uri("/assets/sample-12345678.js").header("Accept-Encoding", accepted))
                .hasStatusOk()
                .hasHeader("Content-Encoding", packed)
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .bodyText()
                .isEqualTo(content);
    }

    @Test
    void aBrowserThatTakesNothingPackedGetsTheFileItself() {
        assertThat(web.get().uri("/assets/sample-12345678.js"))
                .hasContentType("text/javascript")
                .doesNotContainHeader("Content-Encoding")
                .bodyText()
                .isEqualTo("plain");
    }

    @Test
    void ourOwnMapIsServedWithATag() {
        var tag = String.valueOf(
                web.get().uri("/map/base.geojson").exchange().getResponse().getHeader("ETag"));

        assertThat(web.get().uri("/map/base.geojson"))
                .hasContentType("application/geo+json")
                .bodyText()
                .contains("91860107");
        assertThat(web.get().uri("/map/base.geojson").header("If-None-Match", tag))
                .hasStatus(304);
    }

    @Test
    void onlyAnOperatorsTilesOpenThePolicy() {
        assertThat(MapStyle.origin("https://tiles.example:8443/styles/city.json"))
                .contains("https://tiles.example:8443");
        assertThat(MapStyle.origin("")).isEmpty();
        assertThat(MapStyle.origin("/own/style.json")).isEmpty();
    }

    @Test
    void aPhoneMayKeepTheSiteOnItsHomeScreen() {
        assertThat(web.get().uri("/en/site.webmanifest"))
                .hasContentType("application/manifest+json")
                .bodyJson()
                .extractingPath("$.start_url")
                .isEqualTo("/en/");
        assertThat(web.get().uri("/favicon.svg")).hasStatusOk().hasContentType("image/svg+xml");
        assertThat(web.get().uri("/robots.txt")).hasStatusOk();
    }
}
