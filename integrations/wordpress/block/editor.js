// The block in the editor: the quiz's first question as readers will see it, and its settings beside it. No build step.

( ( { blockEditor, blocks, components, element, i18n } ) => {
	const { ContrastChecker, InspectorControls, PanelColorSettings, useBlockProps } = blockEditor;
	const { Disabled, PanelBody, Path, SVG, SelectControl, TextControl } = components;
	const { createElement: el, Fragment, useEffect, useRef } = element;
	const { __ } = i18n;

	// What the server told: the module's address and the site's language.
	const { module, lang: siteLang } = window.socialOrNot;

	// What the accent lies on, in either theme of the quiz.
	const SURFACES = { accent: '#ffffff', accentDark: '#17181a' };

	/** The page takes no other colour. */
	const isHex = ( colour ) => /^#([\da-f]{3}){1,2}$/i.test( colour );

	const icon = el(
		SVG,
		{ viewBox: '0 0 32 32', fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' },
		el( Path, { d: 'M16 4v22M10 28h12M5 10.5 27 7.5M5 10.5 1.5 19M5 10.5 8.5 19M27 7.5 23.5 16M27 7.5 30.5 16', fill: 'none' } ),
		el( Path, { d: 'M1.5 19h7c-.5 3-2 4-3.5 4s-3-1-3.5-4Z', fill: 'none' } ),
		el( Path, { d: 'M23.5 16h7c-.5 3-2 4-3.5 4s-3-1-3.5-4Z', fill: 'currentColor' } )
	);

	/** The element itself, out of reach: a click selects the block, and nothing is kept of it. */
	function Preview( { lang, theme, accent, accentDark, headingLevel } ) {
		const quiz = useRef();
		useEffect( () => {
			// The canvas may be a frame, which has elements of its own.
			const { ownerDocument } = quiz.current;
			if ( ownerDocument.querySelector( `script[src="${ module }"]` ) ) return;
			const script = ownerDocument.createElement( 'script' );
			script.type = 'module';
			script.src = module;
			ownerDocument.head.append( script );
		}, [] );
		const style = {};
		if ( isHex( accent ) ) style[ '--son-accent' ] = accent;
		if ( isHex( accentDark ) ) style[ '--son-accent-dark' ] = accentDark;
		return el( Disabled, null, el( 'social-or-not', {
			ref: quiz, lang: lang || siteLang, theme, style, storage: 'none', 'heading-level': headingLevel,
		} ) );
	}

	function Settings( { attributes, setAttributes } ) {
		/** What a control of this attribute needs. */
		const bind = ( name ) => ( {
			value: attributes[ name ],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
			__nextHasNoMarginBottom: true,
			__next40pxDefaultSize: true,
		} );
		const select = ( name, label, options, more ) =>
			el( SelectControl, { ...bind( name ), label, options: options.map( ( [ value, text ] ) => ( { value, label: text } ) ), ...more } );
		const text = ( name, label, more ) => el( TextControl, { ...bind( name ), label, ...more } );
		const colour = ( name, label ) => ( {
			label,
			value: attributes[ name ],
			onChange: ( value ) => setAttributes( { [ name ]: isHex( value ) ? value : '' } ),
		} );
		return el( InspectorControls, null,
			el( PanelBody, { title: __( 'Quiz', 'social-or-not' ) },
				select( 'lang', __( 'Language', 'social-or-not' ), [
					[ '', __( 'Automatic: the page’s', 'social-or-not' ) ],
					[ 'fr', 'Français' ],
					[ 'en', 'English' ],
				] ),
				select( 'theme', __( 'Theme', 'social-or-not' ), [
					[ 'auto', __( 'Automatic: the page’s', 'social-or-not' ) ],
					[ 'light', __( 'Light', 'social-or-not' ) ],
					[ 'dark', __( 'Dark', 'social-or-not' ) ],
				] ),
				select( 'headingLevel', __( 'Level of its headings', 'social-or-not' ), [ 2, 3, 4 ].map( ( level ) => [ level, `H${ level }` ] ), {
					help: __( 'One level below the heading above it.', 'social-or-not' ),
					onChange: ( level ) => setAttributes( { headingLevel: Number( level ) } ),
				} ),
				select( 'storage', __( 'Answers are kept', 'social-or-not' ), [
					[ 'local', __( 'in the reader’s browser', 'social-or-not' ) ],
					[ 'session', __( 'until the tab is closed', 'social-or-not' ) ],
					[ 'none', __( 'not at all', 'social-or-not' ) ],
				], { help: __( 'Never on a server.', 'social-or-not' ) } )
			),
			el( PanelColorSettings, {
				title: __( 'Colours', 'social-or-not' ),
				initialOpen: false,
				enableAlpha: false,
				colorSettings: [
					colour( 'accent', __( 'Accent', 'social-or-not' ) ),
					colour( 'accentDark', __( 'Accent in the dark theme', 'social-or-not' ) ),
				],
			}, Object.entries( SURFACES ).map( ( [ name, backgroundColor ] ) =>
				el( ContrastChecker, { key: name, backgroundColor, textColor: attributes[ name ] } ) ) ),
			el( PanelBody, { title: __( 'Call to action', 'social-or-not' ), initialOpen: false },
				text( 'ctaLabel', __( 'Label', 'social-or-not' ), { help: __( 'Stands below the verdict, as yours. It needs a label and an address.', 'social-or-not' ) } ),
				text( 'ctaHref', __( 'Address', 'social-or-not' ), { type: 'url', placeholder: 'https://' } ),
				text( 'ctaName', __( 'Your name', 'social-or-not' ) ),
				text( 'ctaText', __( 'A sentence', 'social-or-not' ) )
			)
		);
	}

	function Edit( props ) {
		return el( Fragment, null,
			el( Settings, props ),
			el( 'div', useBlockProps(), el( Preview, props.attributes ) )
		);
	}

	/** A shortcode that is pasted becomes the block, with its settings. */
	const named = ( name ) => name.replace( /[A-Z]/g, ( letter ) => `-${ letter.toLowerCase() }` );
	const ofShortcode = ( name, convert = String ) => ( {
		shortcode: ( { named: written } ) => ( named( name ) in written ? convert( written[ named( name ) ] ) : undefined ),
	} );
	const TEXTS = [ 'lang', 'theme', 'accent', 'accentDark', 'storage', 'ctaLabel', 'ctaHref', 'ctaName', 'ctaText' ];

	blocks.registerBlockType( 'social-or-not/quiz', {
		icon,
		edit: Edit,
		// The server writes the element, so that a page never holds an old one.
		save: () => null,
		transforms: {
			from: [ {
				type: 'shortcode',
				tag: 'social-or-not',
				attributes: {
					...Object.fromEntries( TEXTS.map( ( name ) => [ name, { type: 'string', ...ofShortcode( name ) } ] ) ),
					headingLevel: { type: 'number', ...ofShortcode( 'headingLevel', Number ) },
				},
			} ],
		},
	} );
} )( window.wp );
