using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

/// <summary>Answers to a yes/no question as people give them, written for this test: typed, mistyped and spoken to the phone.</summary>
public sealed class YesNoAnswerTests
{
    private static readonly WordReader Words = new(Repository.Keywords);

    private static readonly string[] Yes =
    [
        "si", "sí", "SI", "si claro que si", "sí señorita", "pues fijese que si", "fijese que si", "si no es molestia",
        "sí, si no es molestia", "ajá", "aja", "mjm", "mhm", "ujum", "simon", "simón", "👍", "✅", "👍🏽", "👌", "✔️", "si 👍", "claro",
        "claro pues", "claro que si", "claro que sí señorita", "por supuesto", "por supuesto que si", "obvio", "obvio que si", "seguro",
        "seguro que si", "cierto", "es cierto", "es verdad", "asi es", "así mismo", "asi mero", "eso es", "exactamente", "correcto",
        "afirmativo", "efectivamente", "en efecto", "ya pues", "bueno pues", "bueno", "esta bueno", "ta bueno", "dale", "dale pues",
        "de acuerdo", "vale", "va", "va pues", "vaya", "vaya pues", "ok", "oki", "okis", "okey", "sale", "órale", "sipi", "sip", "sep",
        "sii", "sí sí", "si si si", "ssi", "si por favor", "si porfavor", "si x favor", "si gracias", "si muchas gracias", "si quiero",
        "si acepto", "si puede", "si pueden", "si deseo", "si me gustaria", "si estoy de acuerdo", "estoy de acuerdo", "acepto",
        "sí autorizo", "yo si", "yo si quiero", "que si", "digo que si", "le digo que si", "dije que si", "ya dije que si",
        "si ya le dije que si", "creo que si", "pienso que si", "parece que si", "me parece que si", "eso si", "si eso", "si es",
        "si es asi", "si es cierto", "si es verdad", "si hay", "si hay peligro", "si esta en peligro", "si estoy en peligro",
        "estoy en peligro si", "si tengo", "si seño", "si licenciada", "si doctora", "sí hermana", "si hermano", "si amiga", "si joven",
        "si mamita", "bueno si", "pues si", "pue si", "pos si", "ps si", "si ps", "si pe", "si pues", "si pues señorita", "hola si",
        "hola buenas tardes si", "buenas si", "ah si", "ah sí claro", "eh si", "este si", "mmm si", "oh si", "ay si", "si ya", "ya si",
        "si ahora", "si ahorita", "si esta bien", "esta bien si", "si todo", "todo si", "si todavia", "todavia si", "si siempre",
        "siempre si", "tambien si", "si tambien", "si mucho", "si como no", "como no", "cómo no", "cómo no señorita", "con gusto",
        "con mucho gusto", "si con gusto", "desde luego", "sin duda", "sí, con confianza", "la verdad si", "la verdad que si",
        "la verdad es que si", "fijate que si", "fíjese que sí pues", "mire que si", "si mire", "si oiga", "si diga", "si dígame",
        "si digame", "si le escucho", "si adelante", "adelante", "si listo", "si confirmo", "confirmo", "confirmado", "si correcto",
        "si exacto", "s", "S", "yes", "positivo", "si positivo", "si, es urgente", "si. ayer paso", "sí estamos bien", "sí tiene 16 años",
        "sí, le pegan", "Sí. Es mi prima", "Si!!!", "si...", "si,si", "si-si",
    ];

    private static readonly string[] No =
    [
        "no", "NO", "no pues", "no gracias", "no, gracias", "ah no", "ay no", "oh no", "no no para nada", "no no", "no no no no",
        "para nada", "nel", "nel pastel", "nop", "nope", "nones", "na", "nah", "👎", "❌", "🚫", "no 👎", "✖️", "🙅", "🙅‍♀️", "negativo",
        "jamás", "jamas", "nunca", "nunca jamas", "de ninguna manera", "de ningun modo", "en absoluto", "claro que no",
        "por supuesto que no", "obvio que no", "obvio no", "seguro que no", "creo que no", "no creo", "pienso que no", "parece que no",
        "me parece que no", "fijese que no", "pues fijese que no", "fijate que no", "la verdad no", "la verdad que no",
        "la verdad es que no", "pues no", "pos no", "ps no", "no ps", "no pe", "bueno no", "mejor no", "mejor que no", "ya no",
        "ya no gracias", "todavia no", "todavía no", "aun no", "aún no", "ahora no", "ahorita no", "por ahora no", "por el momento no",
        "no por ahora", "no por el momento", "no todavia", "no aun", "eso no", "que no", "digo que no", "le digo que no", "ya dije que no",
        "yo no", "a mi no", "no yo no", "no quiero", "no quiero gracias", "ya no quiero", "no deseo", "no me gustaria", "no acepto",
        "no estoy de acuerdo", "no autorizo", "no puedo", "no se puede", "no puede", "no pueden", "no tengo", "no hay", "no hay nadie",
        "no es", "no es asi", "no es cierto", "no es verdad", "mentira", "falso", "es mentira", "no esta", "no estoy", "no estamos",
        "no hay peligro", "no estoy en peligro", "nadie esta en peligro", "nadie", "nada", "ninguno", "ninguna", "tampoco", "yo tampoco",
        "no tampoco", "no señorita", "no señora gracias", "no licenciada", "no joven", "no hermana", "no amiga", "no mamita",
        "no por favor", "hola no", "buenas tardes no", "no mire", "no fijese", "no oiga", "no para nada gracias", "no muchas gracias",
        "no hace falta", "no es necesario", "no necesito", "no gracias ya no", "no ya no", "no ya", "no nada", "nada no", "no nunca",
        "no jamas", "no asi no", "asi no", "no correcto", "incorrecto", "n", "N", "No!!!", "no...", "no,no", "no. es en sacaca",
        "no, mi hija no vive aqui", "No. Ella ya salió", "mmm no", "eh no", "este no", "uy no", "no siempre no", "siempre no",
        "dice que no",
    ];

    private static readonly string[] Unsure =
    [
        "no se", "no sé", "nose", "no lo se", "no c", "nc", "no sabria decirle", "no sabemos", "no estoy segura", "no estoy seguro",
        "tal vez", "talvez", "quizas", "quizá", "a lo mejor", "puede ser", "puede que si", "puede que no", "depende", "quien sabe", "saber",
        "sabe dios", "solo dios sabe", "ni idea", "no tengo idea",  "más o menos", "mas o menos",
        "capaz que si", "capaz", "si pero no se", "si y no", "si no se", "si, no se", "pues no se", "la verdad no se", "no se la verdad",
        "no se señorita", "quizas si", "tal vez si", "tal vez no", "creo que tal vez", "no sabria", "todavia no se", "aun no se", "🤷",
        "🤷‍♀️", "no estoy muy segura", "no entiendo bien no se",
    ];

    private static readonly string[] Neither =
    [
        "no recuerdo", "no me acuerdo",
        "no la dejan salir", "no le dan de comer", "no vuelve mi hija", "no me dejan hablar", "no quiere volver",
        "no quiero que le hagan daño", "no tiene papeles", "no le pagan hace meses", "no hay nadie que la cuide",
        "no puede salir de la casa", "no se puede salir de ahi", "no se que hacer con mi hija", "no se donde esta mi hija",
        "no se llama asi", "si no vuelve la mato", "si viene le digo", "si tiene tiempo llameme", "si alguien sabe", "si le cuento me pega",
        "si supiera donde esta", "si me pueden ayudar", "si no es ahora cuando", "si no", "sino", "no, si", "si, no", "siempre",
        "siempre pega", "noche", "nosotros", "nomas", "bueno, mi hija se fue", "claro me quede sin saldo", "mi claro no tiene señal",
        "ya se la llevaron", "ya vino", "sale a las 8", "va mañana", "va a la mina", "seguro social", "nada bien estamos", "nadie la ayuda",
        "nunca la dejan salir", "tampoco come", "la verdad tengo miedo", "eso me dijo", "asi me pega", "es cierto que se la llevaron",
        "jaja", "jajaja", "jeje", "?", "que", "como", "cuando", "donde", "🙏", "😢", "❓", "hola", "gracias", "buenas tardes", "por favor",
        "ayuda", "simon bolivar", "el va", "sino quiere", "nena", "sila", "norte", "sillon", "nota", "aja pues que",
        "dale duro le da", "pos que sera", "no 👍", "👍👎", "✅❌", "mana",
    ];

    [Fact]
    public void Every_way_of_saying_yes_is_a_yes() => Reads(Yes, YesNo.Yes);

    [Fact]
    public void Every_way_of_saying_no_is_a_no() => Reads(No, YesNo.No);

    [Fact]
    public void Who_does_not_know_says_neither() => Reads(Unsure, YesNo.Unsure);

    [Fact]
    public void What_tells_asks_or_takes_itself_back_is_no_answer() => Reads(Neither, null);

    [Theory]
    [InlineData("mana", "qu", YesNo.No)]
    [InlineData("Mana", "qu", YesNo.No)]
    [InlineData("manam", "qu", YesNo.No)]
    [InlineData("manan", "qu", YesNo.No)]
    [InlineData("mana mana", "qu", YesNo.No)]
    [InlineData("mana gracias", "qu", YesNo.No)]
    [InlineData("arí", "qu", YesNo.Yes)]
    [InlineData("ari ari", "qu", YesNo.Yes)]
    [InlineData("si ari", "qu", YesNo.Yes)]
    [InlineData("janiwa", "ay", YesNo.No)]
    [InlineData("janiwa janiwa", "ay", YesNo.No)]
    [InlineData("jani", "ay", YesNo.No)]
    [InlineData("janiw", "ay", YesNo.No)]
    [InlineData("jisa", "ay", YesNo.Yes)]
    [InlineData("jïsa", "ay", YesNo.Yes)]
    [InlineData("jisaaa", "ay", YesNo.Yes)]
    [InlineData("je'", "quc", YesNo.Yes)]
    [InlineData("je", "quc", YesNo.Yes)]
    [InlineData("je' maltyox", "quc", YesNo.Yes)]
    [InlineData("ja'i'", "quc", YesNo.No)]
    [InlineData("ja’i’", "quc", YesNo.No)]
    [InlineData("jai", "quc", YesNo.No)]
    [InlineData("je je", "quc", null)]
    [InlineData("ja ja", "quc", null)]
    public void Attested_words_of_other_languages_answer_too(string text, string tag, YesNo? expected) =>
        Assert.Equal(expected, Words.YesNo(TextCleaner.Clean(text), Lexicon.Tag(tag)));

    private static void Reads(string[] answers, YesNo? expected) =>
        Assert.All(answers, a => Assert.True(Words.YesNo(TextCleaner.Clean(a), LanguageTag.Spanish) == expected, a));
}
