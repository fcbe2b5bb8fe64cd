lexer grammar GraphlineLexer;

channels { COMMENTS, STRAYS }

// Reserved: words that start a declaration or a statement, and six that could not be told from names elsewhere.
PACKAGE : 'package' ;   IMPORT : 'import' ;     CONST : 'const' ;     TYPE : 'type' ;         ENUM : 'enum' ;
RECORD : 'record' ;     EXTERN : 'extern' ;     NATIVE : 'native' ;   COMPONENT : 'component' ;
GRAPH : 'graph' ;       CHECK : 'check' ;       SCENARIO : 'scenario' ;
VAR : 'var' ;           LET : 'let' ;           RECEIVE : 'receive' ; SEND : 'send' ;         CALL : 'call' ;
ACCEPT : 'accept' ;     REPLY : 'reply' ;       SYNC : 'sync' ;       SELECT : 'select' ;     PAR : 'par' ;
CHOOSE : 'choose' ;     IF : 'if' ;             ELSE : 'else' ;       MATCH : 'match' ;       WHILE : 'while' ;
REPEAT : 'repeat' ;     FOR : 'for' ;           WAIT : 'wait' ;       CLOSE : 'close' ;       STOP : 'stop' ;
MARK : 'mark' ;         ASSERT : 'assert' ;
IN : 'in' ;             OUT : 'out' ;           TRUE : 'true' ;       FALSE : 'false' ;       ANYTHING : 'anything' ;

// Contextual: names everywhere else. Each is listed in the parser's rule `name`.
JAVA : 'java' ;         LIST : 'list' ;         FAIR : 'fair' ;       FUN : 'fun' ;           THROWS : 'throws' ;
RUN : 'run' ;           CONTRACT : 'contract' ; CLIENT : 'client' ;   SERVER : 'server' ;     BARRIER : 'barrier' ;
FROM : 'from' ;         TO : 'to' ;             PRIORITY : 'priority' ; WHEN : 'when' ;       END : 'end' ;
AFTER : 'after' ;       OR : 'or' ;             LATE : 'late' ;       PLACE : 'place' ;       ON : 'on' ;
DROPPING : 'dropping' ; OVERWRITING : 'overwriting' ;                 WITH : 'with' ;         NOT : 'not' ;
DEADLOCK : 'deadlock' ; LIVELOCK : 'livelock' ; ERROR : 'error' ;     FREE : 'free' ;         PROGRESS : 'progress' ;
TERMINATES : 'terminates' ; SHUTS : 'shuts' ;   DOWN : 'down' ;       ALWAYS : 'always' ;     NEVER : 'never' ;
LEADS : 'leads' ;       REFINES : 'refines' ;   TRACES : 'traces' ;   CAN : 'can' ;           CANNOT : 'cannot' ;
DIVERGENCES : 'divergences' ;                   DETERMINISTIC : 'deterministic' ;

ARROW : '->' ;  FAT_ARROW : '=>' ;  RANGE : '..' ;  EQ : '==' ;  NE : '!=' ;  LE : '<=' ;  GE : '>=' ;
AND : '&&' ;    OR_ELSE : '||' ;    NOT_OP : '!' ;  LT : '<' ;   GT : '>' ;   ASSIGN : '=' ;
PLUS : '+' ;    MINUS : '-' ;       STAR : '*' ;    SLASH : '/' ; PERCENT : '%' ; QUESTION : '?' ;
DOT : '.' ;     COMMA : ',' ;       COLON : ':' ;   SEMI : ';' ;
LBRACE : '{' ;  RBRACE : '}' ;      LPAREN : '(' ;  RPAREN : ')' ; LBRACKET : '[' ; RBRACKET : ']' ;

ID       : [A-Za-z_] [A-Za-z0-9_]* ;
DURATION : [0-9]+ ('ms' | 's' | 'min' | 'h') ;
INT      : [0-9]+ ;
STRING   : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;

LINE_COMMENT  : '//' ~[\r\n]* -> channel(COMMENTS) ;
BLOCK_COMMENT : '/*' (~'*' | '*'+ ~[*/])* '*'+ '/' -> channel(COMMENTS) ;
WS            : [ \t\r\n\f\uFEFF]+ -> skip ;

// What is wrong already in the letters; the parser reports these and goes on as if they were right.
MALFORMED_NUMBER     : [0-9]+ [A-Za-z_] [A-Za-z0-9_]* ;
UNTERMINATED_STRING  : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? ;
UNTERMINATED_COMMENT : '/*' (~'*' | '*'+ ~[*/])* '*'* -> channel(STRAYS) ;
STRAY                : . -> channel(STRAYS) ;
