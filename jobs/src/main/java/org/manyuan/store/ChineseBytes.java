package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether bytes that can be read as GB18030 are Chinese at all. Nearly any bytes can: Western, Cyrillic or Big5 text becomes rare
 * characters. Most characters of a Chinese text are of the first level of GB 2312 (1980), which holds the common ones.
 *
 * @param common characters of the first level, and Chinese signs
 * @param seldom characters of the second level
 * @param others all further characters beyond ASCII
 */
record ChineseBytes(long common, long seldom, long others) {
    static ChineseBytes of(Path file) throws IOException {
        long common = 0;
        long seldom = 0;
        long others = 0;
        int lead = 0;
        boolean isLong = false;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[1 << 18];
            for (int n = in.read(window); n > 0; n = in.read(window)) {
                for (int i = 0; i < n; i++) {
                    int b = window[i] & 0xFF;
                    if (lead == 0) {
                        lead = b >= 0x80 ? b : 0;
                    } else if (b >= '0' && b <= '9') {
                        // the first or second half of a character of four bytes
                        others += isLong ? 0 : 1;
                        isLong = !isLong;
                        lead = 0;
                    } else {
                        boolean isSign = lead >= 0xA1 && lead <= 0xA3;
                        if (b >= 0xA1 && (isSign || lead >= 0xB0 && lead <= 0xD7)) {
                            common++;
                        } else if (b >= 0xA1 && lead >= 0xD8 && lead <= 0xF7) {
                            seldom++;
                        } else {
                            others++;
                        }
                        lead = 0;
                    }
                }
            }
        }
        return new ChineseBytes(common, seldom, others);
    }

    boolean isLikely() {
        return common >= seldom && common + seldom >= others;
    }
}
