parser grammar GraphlineParser;

options { tokenVocab = GraphlineLexer; }

// ------------------------------------------------------------------------------------------------------ files
file        : packageDecl? importDecl* decl* EOF ;
packageDecl : PACKAGE qname SEMI ;
importDecl  : IMPORT qname (DOT STAR)? SEMI ;
qname       : name (DOT name)* ;

decl
    : constDecl | typeDecl | enumDecl | recordDecl | externDecl
    | componentDecl | graphDecl | checkDecl | scenarioDecl
    ;

// ------------------------------------------------------------------------------------------------------ types
constDecl  : CONST name ASSIGN expr SEMI ;
typeDecl   : TYPE name ASSIGN (JAVA string | type) SEMI ;
enumDecl   : ENUM name LBRACE name (COMMA name)* COMMA? RBRACE ;
recordDecl : RECORD name LBRACE field+ RBRACE ;
field      : name COLON type SEMI ;

type
    : LIST LT type COMMA arith GT     # listType
    | range                           # rangeType
    | qname                           # namedType
    ;
range : arith RANGE arith ;

externDecl : EXTERN name LBRACE externFun+ RBRACE ;
externFun  : FAIR? FUN name params (COLON type)? THROWS? SEMI ;
params     : LPAREN (param (COMMA param)*)? RPAREN ;
param      : name COLON type (ASSIGN expr)? ;
typeParams : LT name (COMMA name)* GT ;

// ------------------------------------------------------------------------------------------------- components
componentDecl : NATIVE? COMPONENT name typeParams? params? LBRACE (member | body)* RBRACE ;
body          : (RUN | CONTRACT) block ;
member        : portDecl | varDecl ;
portDecl
    : (IN | OUT) name dim? COLON type SEMI                       # dataPort
    | (CLIENT | SERVER) name dim? COLON type ARROW type SEMI     # servicePort
    | BARRIER name SEMI                                          # barrierPort
    ;
dim     : LBRACKET expr RBRACKET ;
varDecl : VAR name COLON type (ASSIGN expr)? SEMI ;

// --------------------------------------------------------------------------------------------------- behavior
block : LBRACE stmt* RBRACE ;

stmt
    : block                                                      # nestedStmt
    | varDecl                                                    # varStmt
    | LET name ASSIGN (expr SEMI | CALL port LPAREN expr? RPAREN orElse)   # letStmt
    | expr (ASSIGN expr)? SEMI                                   # exprStmt
    | RECEIVE name? FROM port orElse                             # receiveStmt
    | SEND expr? TO port orElse                                  # sendStmt
    | CALL port LPAREN expr? RPAREN orElse                       # callStmt
    | ACCEPT name? FROM port block                               # acceptStmt
    | REPLY expr? SEMI                                           # replyStmt
    | SYNC name SEMI                                             # syncStmt
    | selectBlock                                                # selectStmt
    | PAR block                                                  # parStmt
    | PAR FOR name IN range block                                # parForStmt
    | CHOOSE FAIR? block (OR block)+                             # chooseStmt
    | IF LPAREN expr RPAREN block (ELSE stmt)?                   # ifStmt
    | MATCH LPAREN expr RPAREN LBRACE matchCase+ RBRACE          # matchStmt
    | WHILE LPAREN expr RPAREN block                             # whileStmt
    | REPEAT (block | selectBlock)                               # repeatStmt
    | FOR name IN range block                                    # forStmt
    | WAIT expr SEMI                                             # waitStmt
    | CLOSE port SEMI                                            # closeStmt
    | STOP SEMI                                                  # stopStmt
    | MARK name SEMI                                             # markStmt
    | ASSERT expr SEMI                                           # assertStmt
    ;

orElse      : SEMI | ELSE stmt ;
port        : name dim? ;
selectBlock : SELECT PRIORITY? LBRACE selectItem+ RBRACE ;
selectItem
    : (WHEN LPAREN expr RPAREN)? guard FAT_ARROW stmt            # guardedCase
    | FOR name IN range LBRACE selectItem+ RBRACE                # replicatedCase
    ;
guard
    : RECEIVE name? FROM port    # receiveGuard
    | ACCEPT name? FROM port     # acceptGuard
    | SYNC name                  # syncGuard
    | END port                   # endGuard
    | AFTER expr                 # afterGuard
    | ELSE                       # elseGuard
    ;
matchCase : (ELSE | expr) FAT_ARROW stmt ;

// ------------------------------------------------------------------------------------------------ composition
graphDecl : GRAPH name typeParams? params? LBRACE graphItem* RBRACE ;
graphItem
    : portDecl                                                   # exposedItem
    | LATE? name dim? ASSIGN instance SEMI                       # deskItem
    | station (arrow station)+ SEMI                              # wireItem
    | BARRIER name COLON LPAREN ref (COMMA ref)* RPAREN SEMI     # meetingItem
    | PLACE ref ON name SEMI                                     # placeItem
    | FOR name IN range LBRACE graphItem* RBRACE                 # replicatedItem
    ;
instance : qname typeArgs? args ;
typeArgs : LT type (COMMA type)* GT ;
args     : LPAREN (arg (COMMA arg)*)? RPAREN ;
arg
    : name IN range        # sweepArg
    | name IN arith RANGE  # openArg
    | name ASSIGN expr  # namedArg
    | expr              # positionalArg
    ;
station : end | LPAREN end (COMMA end)* RPAREN ;
end     : instance | ref ;
ref     : refPart (DOT refPart)* ;
refPart : name sub? ;
sub     : LBRACKET (expr | STAR) RBRACKET ;
arrow   : ARROW (LBRACKET lineOption (COMMA lineOption)* RBRACKET)? ;
lineOption
    : DROPPING expr       # droppingOption
    | OVERWRITING expr    # overwritingOption
    | expr                # plainOption
    ;

// ------------------------------------------------------------------------------------------------- properties
checkDecl : CHECK target (WITH coloring (COMMA coloring)*)? LBRACE claim* RBRACE ;
target    : qname typeArgs? args? ;
coloring  : name ASSIGN LBRACE name (COMMA name)* RBRACE ;
claim     : NOT? property SEMI ;
property
    : DEADLOCK FREE                                      # deadlockFree
    | LIVELOCK FREE (PROGRESS ON ref (COMMA ref)*)?      # livelockFree
    | ERROR FREE                                         # errorFree
    | TERMINATES                                         # terminatesProperty
    | SHUTS DOWN                                         # shutsDown
    | ALWAYS expr                                        # alwaysProperty
    | NEVER expr                                         # neverProperty
    | ref LEADS TO ref                                   # leadsTo
    | REFINES (TRACES | DIVERGENCES)? target             # refinesProperty
    | DETERMINISTIC                                      # deterministicProperty
    ;
scenarioDecl : SCENARIO string FOR target LBRACE story* RBRACE ;
story        : (CAN | CANNOT (DEADLOCK AFTER)?) event (COMMA event)* SEMI ;
event        : ref (LPAREN expr RPAREN)? ;

// ------------------------------------------------------------------------------------------------ expressions
expr
    : expr op=(LT | LE | GT | GE) expr                   # binaryExpr
    | expr op=(EQ | NE) expr                             # binaryExpr
    | expr op=AND expr                                   # binaryExpr
    | expr op=OR_ELSE expr                               # binaryExpr
    | <assoc=right> expr QUESTION expr COLON expr        # conditionalExpr
    | arith                                              # arithExpr
    ;

// What may stand in a range or as the size of a list: no comparison, so that `>` can close a list of types.
arith
    : arith DOT name (LPAREN (expr (COMMA expr)*)? RPAREN)?   # memberExpr
    | arith LBRACKET expr RBRACKET                       # indexExpr
    | op=(NOT_OP | MINUS) arith                          # unaryExpr
    | arith op=(STAR | SLASH | PERCENT) arith            # binaryArith
    | arith op=(PLUS | MINUS) arith                      # binaryArith
    | primary                                            # primaryExpr
    ;
primary
    : INT                                                # integerLiteral
    | DURATION                                           # timeLiteral
    | string                                             # textLiteral
    | (TRUE | FALSE)                                     # booleanLiteral
    | ANYTHING                                           # anythingLiteral
    | name LBRACE fieldValue (COMMA fieldValue)* RBRACE  # recordLiteral
    | name                                               # variableExpr
    | LPAREN expr RPAREN                                 # parenthesizedExpr
    ;
fieldValue : name COLON expr ;
string     : STRING ;

name
    : ID
    | JAVA | LIST | FAIR | FUN | THROWS | RUN | CONTRACT | CLIENT | SERVER | BARRIER | FROM | TO | PRIORITY | WHEN
    | END | AFTER | OR | LATE | PLACE | ON | DROPPING | OVERWRITING | WITH | NOT | DEADLOCK | LIVELOCK | ERROR | FREE
    | PROGRESS | TERMINATES | SHUTS | DOWN | ALWAYS | NEVER | LEADS | REFINES | TRACES
    | DIVERGENCES | DETERMINISTIC | CAN | CANNOT
    ;
