package org.opensocialnet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What no page does: fill a record with whatever was sent, ask other hosts, or name a file by what somebody typed. */
class WebRulesTest {

    /** What a page may be handed that is not a single named value of the request. */
    static final Set<Class<?>> HANDED = Set.of(
            SignedIn.class,
            Locale.class,
            Words.class,
            HttpServletRequest.class,
            HttpServletResponse.class,
            HttpMethod.class,
            RedirectAttributes.class,
            WebRequest.class);

    /** What stands in names of files we send and is no text of ours: chosen of two, an enum's, a date, a source's checked id. */
    static final Set<String> SAFE =
            Set.of("format", "form.extension()", "one.deadline()", "one.version()", "known.source()");

    @Test
    void aPageReadsTheValuesItNamesAndFillsNoRecordWithWhateverWasSent() {
        var filled = new TreeSet<String>();
        for (var type : StyleTest.CODE) {
            for (var method : type.getMethods()) {
                assertThat(method.isAnnotatedWith(InitBinder.class)).isFalse();
                if (method.isMetaAnnotatedWith(RequestMapping.class)) {
                    for (var parameter : method.reflect().getParameters()) {
                        if (!isNamed(parameter) && !HANDED.contains(parameter.getType())) {
                            filled.add(told(method, parameter));
                        }
                    }
                }
            }
        }
        assertThat(filled).isEmpty();
    }

    private static boolean isNamed(Parameter parameter) {
        var body = parameter.getAnnotation(RequestBody.class);
        return parameter.isAnnotationPresent(RequestParam.class)
                || parameter.isAnnotationPresent(PathVariable.class)
                || parameter.isAnnotationPresent(RequestHeader.class)
                || parameter.isAnnotationPresent(CookieValue.class)
                || body != null && (parameter.getType() == String.class || parameter.getType() == byte[].class);
    }

    private static String told(JavaMethod method, Parameter parameter) {
        return method.getFullName() + ": " + parameter.getType().getSimpleName();
    }

    @Test
    void otherHostsAreAskedByTheRoomsWhoseSettingsNameThemAndByNoOther() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.opensocialnet.federation..", "org.opensocialnet.mail..")
                .and()
                .doNotHaveFullyQualifiedName("org.opensocialnet.Rehearsal") // a build's start asks itself
                .and()
                .doNotHaveFullyQualifiedName("org.opensocialnet.access.Routes") // tables on the class path
                .and()
                .doNotHaveFullyQualifiedName("org.opensocialnet.database.Binaries") // a file on the class path
                .and()
                .doNotHaveFullyQualifiedName("org.opensocialnet.allocation.Natives") // files of a jar on the class path
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RestClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RestOperations.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .check(StyleTest.CODE);
    }

    @Test
    void namesOfFilesWeSendAreOurOwn() throws IOException {
        var named = Pattern.compile("filename=\\\\\"(.*?)\\\\\"\"");
        var part = Pattern.compile("\" \\+ (.*?)(?: \\+ \"|$)");
        int files = 0;
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                for (var name : named.matcher(text(source)).results().toList()) {
                    files++;
                    assertThat(part.matcher(name.group(1)).results().map(found -> found.group(1)))
                            .as("%s", source)
                            .isSubsetOf(SAFE);
                }
            }
        }
        assertThat(files).isGreaterThan(4);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
