<?php
/**
 * From what an author wrote, in a block or a shortcode, to the element in the page. Nothing is trusted: a value that is not one of
 * ours falls back to the element's own default, and everything is escaped where it is written.
 *
 * @package SocialOrNot
 */

namespace SocialOrNot;

defined( 'ABSPATH' ) || exit;

/** Attributes with a closed set of values. The first is the element's default, which need not be written. */
const CHOICES = array(
	'lang'          => array( '', 'fr', 'en' ),
	'theme'         => array( 'auto', 'light', 'dark' ),
	'storage'       => array( 'local', 'session', 'none' ),
	'heading-level' => array( '2', '3', '4' ),
);

/** Colours, and the custom property that each of them sets. */
const COLOURS = array(
	'accent'      => '--son-accent',
	'accent-dark' => '--son-accent-dark',
);

/** The publisher's call to action. */
const CALL_TO_ACTION = array( 'cta-label', 'cta-href', 'cta-name', 'cta-text' );

/** What stands in the quiz's place until it is ready, where it cannot be, and in feeds. In the quiz's languages, not the site's. */
const FALLBACK = array(
	'fr' => array(
		'title'  => "Faut-il être sur les réseaux sociaux\u{a0}?",
		'script' => 'Le questionnaire se déroule dans votre navigateur, en JavaScript.',
	),
	'en' => array(
		'title'  => 'Should you be on social media?',
		'script' => 'The quiz runs in your browser, in JavaScript.',
	),
);

/**
 * The block in a page.
 *
 * @param array $attributes The block's attributes: `ctaLabel` for the element's `cta-label`.
 * @return string HTML.
 */
function render_block( $attributes ) {
	$settings = array();
	foreach ( $attributes as $name => $value ) {
		$settings[ strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) ) ] = $value;
	}
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), quiz( $settings ) );
}

/**
 * The shortcode in a page: `[social-or-not lang="fr" theme="dark"]`.
 *
 * @param array|string $attributes What the author wrote; an empty string where there is nothing.
 * @return string HTML.
 */
function render_shortcode( $attributes ) {
	$names    = array_merge( array_keys( CHOICES ), array_keys( COLOURS ), CALL_TO_ACTION );
	$settings = shortcode_atts( array_fill_keys( $names, '' ), $attributes, 'social-or-not' );
	// The block's class, so that a theme's styles for the one are those of the other.
	return sprintf( '<div class="wp-block-social-or-not-quiz">%s</div>', quiz( $settings ) );
}

/**
 * The element, and the script that brings it.
 *
 * @param array $settings Values by the element's attributes, as the author wrote them.
 * @return string HTML.
 */
function quiz( array $settings ) {
	wp_enqueue_script( MODULE );

	$settings   = array_map(
		static function ( $value ) {
			return is_scalar( $value ) ? trim( (string) $value ) : '';
		},
		$settings
	);
	$attributes = array();
	foreach ( CHOICES as $name => $values ) {
		$value = choice( $name, $settings[ $name ] ?? '' );
		if ( $values[0] !== $value ) {
			$attributes[ $name ] = esc_attr( $value );
		}
	}

	// The element shows a call to action that says something and leads somewhere.
	$href = esc_url( $settings['cta-href'] ?? '', array( 'http', 'https' ) );
	if ( $href && ! empty( $settings['cta-label'] ) ) {
		foreach ( CALL_TO_ACTION as $name ) {
			if ( ! empty( $settings[ $name ] ) ) {
				$attributes[ $name ] = 'cta-href' === $name ? $href : esc_attr( $settings[ $name ] );
			}
		}
	}

	$style = '';
	foreach ( COLOURS as $name => $property ) {
		$colour = sanitize_hex_color( $settings[ $name ] ?? '' );
		if ( $colour ) {
			$style .= "$property:$colour;";
		}
	}
	if ( $style ) {
		$attributes['style'] = esc_attr( $style );
	}

	$html = '<social-or-not';
	foreach ( $attributes as $name => $escaped ) {
		$html .= " $name=\"$escaped\"";
	}
	return $html . '>' . fallback( $attributes['lang'] ?? '' ) . '</social-or-not>';
}

/**
 * A value of a closed set; the first where it is none of them.
 *
 * @param string $name  The attribute.
 * @param string $value What the author wrote.
 * @return string One of the attribute's values.
 */
function choice( $name, $value ) {
	$value = strtolower( $value );
	if ( 'lang' === $name ) {
		$value = main_language( $value );
	}
	return in_array( $value, CHOICES[ $name ], true ) ? $value : CHOICES[ $name ][0];
}

/**
 * The language of a tag or locale: `fr-CA` and `fr_FR` are French.
 *
 * @param string $tag A language tag, or a locale.
 * @return string The part before the region.
 */
function main_language( $tag ) {
	return preg_split( '/[-_]/', strtolower( $tag ) )[0];
}

/**
 * What stands inside the element: a link to the post, which leads back from a feed, a letter or a reader's view.
 *
 * @param string $lang The quiz's language; the site's where it is empty.
 * @return string HTML.
 */
function fallback( $lang ) {
	$lang  = $lang ? $lang : main_language( get_bloginfo( 'language' ) );
	$lang  = isset( FALLBACK[ $lang ] ) ? $lang : 'en';
	$texts = array_map( 'esc_html', FALLBACK[ $lang ] );
	$link  = get_permalink();
	$title = $link ? sprintf( '<a href="%s">%s</a>', esc_url( $link ), $texts['title'] ) : $texts['title'];
	return sprintf( '<p lang="%s">%s<noscript><br>%s</noscript></p>', esc_attr( $lang ), $title, $texts['script'] );
}
