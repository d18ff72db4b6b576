import com.adobe.epubcheck.tool.EpubChecker;
import java.util.Scanner;

/** Checks each book that standard input names, one a line, and says its exit status after what it has to say of it. */
class EpubCheckEach {
    public static void main(String[] none) {
        for (Scanner books = new Scanner(System.in); books.hasNextLine();) {
            int status = new EpubChecker().run(new String[] {"--failonwarnings", books.nextLine()});
            System.err.flush();
            System.out.println("status " + status);
        }
    }
}
