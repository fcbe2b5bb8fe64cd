package org.graphline.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Another report to write: `sarif=target/graphline.sarif`.
///
/// @param option the option that asks for it
record Also(Format format, String file, String option) {

  /// Reads `FORMAT=FILE`.
  static final class Converter implements ITypeConverter<Also> {
    @Override
    public Also convert(String text) {
      int equals = text.indexOf('=');
      if (equals <= 0 || equals == text.length() - 1) {
        throw new TypeConversionException("'" + text + "' is not FORMAT=FILE, as in sarif=target/graphline.sarif");
      }
      String name = text.substring(0, equals).toUpperCase(Locale.ROOT);
      return Arrays.stream(Format.values()).filter(f -> f.name().equals(name) && f != Format.TEXT)
          .map(f -> new Also(f, text.substring(equals + 1), "--also")).findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + text
              + "' must begin with json=, sarif=, junit= or html=; text is what is printed"));
    }
  }
}
