package org.jointregistry;

import org.jspecify.annotations.NullMarked;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The registry of joint programs.
 */
@NullMarked
@SpringBootApplication
@ConfigurationPropertiesScan
public class JointRegistry {

	public static void main(String[] args) {
		SpringApplication.run(JointRegistry.class, args);
	}

}
