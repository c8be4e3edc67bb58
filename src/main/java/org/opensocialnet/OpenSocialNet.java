package org.opensocialnet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program: a city's social protection network, from the street to the public account. */
@Modulithic(systemName = "Open Social Net", sharedModules = "database")
@SpringBootApplication
public class OpenSocialNet {

    public static void main(String[] arguments) {
        SpringApplication.run(OpenSocialNet.class, arguments);
    }
}
